// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core;

import org.jspecify.annotations.Nullable;

/**
 * An operation of this library that failed, for whatever reason outside the caller's code.
 *
 * <p>Unchecked, because most callers can only report it; those who can do more catch the subclass that carries what they
 * need. The message is one sentence that says what failed, where, and what may be done; it never holds a secret.
 */
public class VpsDnsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates a failure.
     *
     * @param message one sentence for a person
     * @param cause what led to it, or {@code null}
     */
    public VpsDnsException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /**
     * Tells whether the same operation may well succeed if it is tried again later without any change.
     *
     * @return {@code true} for failures that pass by themselves (outages, rate limits), {@code false} by default
     */
    public boolean isTransient() {
        return false;
    }
}
