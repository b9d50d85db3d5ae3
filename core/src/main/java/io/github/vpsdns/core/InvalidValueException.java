// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core;

/**
 * A value that cannot be used as given, told before anything was sent or changed.
 *
 * <p>The message is one sentence that quotes the value, says what is wrong with it and what is accepted. Subclasses carry what
 * a caller can do something with.
 */
public class InvalidValueException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates the refusal of a value.
     *
     * @param message one sentence: what was given, what is wrong with it, what is accepted
     */
    public InvalidValueException(String message) {
        super(message);
    }
}
