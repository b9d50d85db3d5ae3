// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.base;

/** A failure of which a command knows more to tell than its exception's class and message. */
public final class FailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Failure failure;

    /**
     * Creates the failure.
     *
     * @param failure what to tell
     * @param cause what was thrown
     */
    public FailedException(Failure failure, Throwable cause) {
        super(failure.message(), cause);
        this.failure = failure;
    }

    /**
     * Returns what to tell.
     *
     * @return the failure
     */
    public Failure failure() {
        return failure;
    }
}
