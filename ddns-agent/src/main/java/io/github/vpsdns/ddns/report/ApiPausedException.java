// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.ddns.report;

import io.github.vpsdns.core.VpsDnsException;
import java.time.Instant;

/** No call was made, because the API is not to be called for a while. */
public final class ApiPausedException extends VpsDnsException {
    private static final long serialVersionUID = 1L;

    private final Instant until;

    /**
     * Creates the error.
     *
     * @param until when calls are made again
     * @param reason what led to the pause, one sentence
     */
    public ApiPausedException(Instant until, String reason) {
        super("the API is not called before " + until + ", because the last call failed: " + reason, null);
        this.until = until;
    }

    /**
     * Returns when calls are made again.
     *
     * @return the time
     */
    public Instant until() {
        return until;
    }

    /** {@inheritDoc} True: pauses end. */
    @Override
    public boolean isTransient() {
        return true;
    }
}
