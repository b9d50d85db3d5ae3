// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.error;

/** The token is good but lacks a permission for this operation: 403. */
public final class ForbiddenException extends ApiException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates the error.
     *
     * @param problem the facts
     */
    public ForbiddenException(Problem problem) {
        super(problem, "give the token the dns permission for this operation");
    }
}
