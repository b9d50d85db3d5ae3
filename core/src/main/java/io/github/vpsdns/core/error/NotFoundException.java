// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.error;

/** The zone or record does not exist, or belongs to another account: 404. */
public final class NotFoundException extends ApiException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates the error.
     *
     * @param problem the facts
     */
    public NotFoundException(Problem problem) {
        super(problem, "");
    }
}
