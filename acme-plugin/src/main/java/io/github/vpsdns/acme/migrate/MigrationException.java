// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.migrate;

import io.github.vpsdns.core.VpsDnsException;
import org.jspecify.annotations.Nullable;

/** What another client has cannot be taken over. The message names the file and what is wrong with it; nothing was changed. */
public final class MigrationException extends VpsDnsException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates the failure.
     *
     * @param message one sentence
     * @param cause what led to it, or {@code null}
     */
    public MigrationException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
