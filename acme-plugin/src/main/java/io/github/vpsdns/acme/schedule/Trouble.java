// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.schedule;

import io.github.vpsdns.core.InvalidValueException;
import java.time.Duration;
import java.time.Instant;

/**
 * That something has failed, at least once since it last went well.
 *
 * @param failures how often in a row, at least once
 * @param since when it failed for the first time
 * @param last when it failed last
 * @param kind a word for programs, such as {@code challenge-failed}
 * @param message what went wrong the last time, one sentence without secrets
 * @param validationFailed whether the CA did not accept a proof the last time, which it counts against its limits
 * @param nextAttempt when to try again; a date of the CA's, or the end of the back-off
 */
public record Trouble(
        int failures,
        Instant since,
        Instant last,
        String kind,
        String message,
        boolean validationFailed,
        Instant nextAttempt) {
    /** A clock that is corrected by seconds is no clock that was wrong. */
    private static final Duration CLOCK_CORRECTION = Duration.ofHours(1);

    /**
     * Checks the count.
     *
     * @throws InvalidValueException if nothing has failed
     */
    public Trouble {
        if (failures < 1) {
            throw new InvalidValueException(failures + " failures are no trouble; expected at least one");
        }
    }

    /**
     * Tells whether the next attempt is still to wait. What has failed in the future has failed by a clock that was wrong, so its
     * dates count for nothing.
     *
     * @param now the time
     * @return whether it is
     */
    public boolean holds(Instant now) {
        return nextAttempt.isAfter(now) && !last.isAfter(now.plus(CLOCK_CORRECTION));
    }
}
