// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.error;

/** The API failed by its own account: 5xx, even after retries. */
public final class ServerErrorException extends ApiException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates the error.
     *
     * @param problem the facts
     */
    public ServerErrorException(Problem problem) {
        super(problem, "try again later");
    }

    @Override
    public boolean isTransient() {
        return true;
    }
}
