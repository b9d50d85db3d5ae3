// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.error;

/** The token is missing, wrong or expired: 401, or 403 with an error code that says so. */
public final class UnauthorizedException extends ApiException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates the error.
     *
     * @param problem the facts
     */
    public UnauthorizedException(Problem problem) {
        super(problem, "check that the API token is right and has not been revoked");
    }
}
