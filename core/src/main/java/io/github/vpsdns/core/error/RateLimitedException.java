// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.error;

/** Too many calls, even after waiting as long as the operation's deadline allows: 429. */
public final class RateLimitedException extends ApiException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates the error.
     *
     * @param problem the facts
     */
    public RateLimitedException(Problem problem) {
        super(problem, "wait before trying again");
    }

    @Override
    public boolean isTransient() {
        return true;
    }
}
