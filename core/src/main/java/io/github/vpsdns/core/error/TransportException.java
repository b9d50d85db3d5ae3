// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.error;

import io.github.vpsdns.core.VpsDnsException;
import org.jspecify.annotations.Nullable;

/** No usable answer came: the API could not be reached, the connection broke, or time ran out. */
public final class TransportException extends VpsDnsException {
    private static final long serialVersionUID = 1L;

    private final String operation;
    private final boolean maybeApplied;

    /**
     * Creates the error.
     *
     * @param operation what was asked
     * @param problem what happened, one clause
     * @param maybeApplied whether the request may have reached the API, so that a write may have happened
     * @param cause what was thrown below, or {@code null}
     */
    public TransportException(String operation, String problem, boolean maybeApplied, @Nullable Throwable cause) {
        super(operation + ": " + problem + (maybeApplied ? "; it is not known whether it took effect" : ""), cause);
        this.operation = operation;
        this.maybeApplied = maybeApplied;
    }

    /**
     * Returns what was asked.
     *
     * @return the operation
     */
    public String operation() {
        return operation;
    }

    /**
     * Tells whether a write may have happened.
     *
     * @return {@code true} if the request may have reached the API
     */
    public boolean maybeApplied() {
        return maybeApplied;
    }

    @Override
    public boolean isTransient() {
        return true;
    }
}
