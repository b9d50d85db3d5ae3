// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core;

import org.jspecify.annotations.Nullable;

/**
 * An operation that ended because its thread was interrupted or its client was closed.
 *
 * <p>Where an interrupt was the reason, the thread's interrupt flag is set again before this is thrown. What had been sent
 * by then may have taken effect.
 */
public final class CancelledException extends VpsDnsException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates the end of an operation.
     *
     * @param message one sentence that names the operation
     * @param cause what ended it, or {@code null}
     */
    public CancelledException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /**
     * Sets the current thread's interrupt flag again and creates the exception to throw.
     *
     * @param operation what was under way, as in "waiting for example.com"
     * @param cause the interrupt
     * @return the exception, for the caller to throw
     */
    public static CancelledException interrupted(String operation, InterruptedException cause) {
        Thread.currentThread().interrupt();
        return new CancelledException("interrupted while " + operation, cause);
    }
}
