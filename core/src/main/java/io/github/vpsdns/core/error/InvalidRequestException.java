// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.error;

/** The API refused what was asked: 400, such as a value it does not like or a zone that exists already. */
public final class InvalidRequestException extends ApiException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates the error.
     *
     * @param problem the facts
     */
    public InvalidRequestException(Problem problem) {
        super(problem, "");
    }
}
