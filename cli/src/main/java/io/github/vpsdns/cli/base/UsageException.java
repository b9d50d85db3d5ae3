// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.base;

/** What was asked cannot be done as asked; nothing was done. */
public final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates the refusal.
     *
     * @param message one sentence: what is wrong, and what to do instead
     */
    public UsageException(String message) {
        super(message);
    }
}
