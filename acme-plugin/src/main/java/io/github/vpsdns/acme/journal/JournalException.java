// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.journal;

import io.github.vpsdns.core.VpsDnsException;
import org.jspecify.annotations.Nullable;

/** A journal that cannot be kept or read, so that nothing may be written to a zone. */
public final class JournalException extends VpsDnsException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates the failure.
     *
     * @param message one sentence: which file or directory, and what is wrong with it
     * @param cause what led to it, or {@code null}
     */
    public JournalException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
