// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.dns;

import io.github.vpsdns.core.VpsDnsException;
import org.jspecify.annotations.Nullable;

/** A look-up to which no usable answer came, so that nothing is known: neither that there is data nor that there is none. */
public final class DnsLookupException extends VpsDnsException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates the error.
     *
     * @param message one sentence: what was asked, of whom, what came
     * @param cause what led to it, or {@code null}
     */
    public DnsLookupException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    @Override
    public boolean isTransient() {
        return true;
    }
}
