// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.store;

import io.github.vpsdns.core.VpsDnsException;
import org.jspecify.annotations.Nullable;

/** The database cannot be used until somebody does something: it is of a newer version, or none at all, or may not be written. */
public final class UnusableStoreException extends VpsDnsException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates one.
     *
     * @param message one sentence, without secrets
     * @param cause what led to it, or {@code null}
     */
    public UnusableStoreException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
