// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.store;

import io.github.vpsdns.core.VpsDnsException;
import org.jspecify.annotations.Nullable;

/** The database cannot be read or written now: a full disk, a server that is away, a file that is broken. */
public final class StoreException extends VpsDnsException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates one.
     *
     * @param message one sentence, without secrets
     * @param cause what the database says, or {@code null}
     */
    public StoreException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    @Override
    public boolean isTransient() {
        return true;
    }
}
