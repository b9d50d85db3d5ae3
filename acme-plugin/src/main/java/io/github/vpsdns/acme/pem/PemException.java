// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.pem;

import io.github.vpsdns.core.VpsDnsException;
import org.jspecify.annotations.Nullable;

/** A key, certificate or signing request that cannot be read. The message names the file and what was expected in it. */
public final class PemException extends VpsDnsException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates the failure.
     *
     * @param message one sentence: which file, what is wrong with it, what is accepted; never a part of a key
     * @param cause what led to it, or {@code null}
     */
    public PemException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
