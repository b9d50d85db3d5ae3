// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.http;

/** JSON of another shape than documented. Never leaves the library: {@link Reply} turns it into a protocol error. */
public final class UnexpectedShapeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates the error.
     *
     * @param problem one clause, as in "a record without 'uuid'"
     */
    public UnexpectedShapeException(String problem) {
        super(problem);
    }
}
