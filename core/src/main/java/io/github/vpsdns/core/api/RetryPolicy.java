// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.api;

import io.github.vpsdns.core.InvalidValueException;
import java.time.Duration;

/**
 * How long and how often an operation is tried. One deadline covers all tries of an operation and the waits between them.
 *
 * @param deadline limit of the whole operation, or of each page of a list, more than zero
 * @param firstWait the wait before the second try, doubled for each further one, more than zero
 * @param maxWait the longest wait of our own choice; a {@code Retry-After} of the API may be longer, up to the deadline
 */
public record RetryPolicy(Duration deadline, Duration firstWait, Duration maxWait) {
    /** Two minutes in all, waits from half a second to 15 seconds. */
    public static final RetryPolicy DEFAULT =
            new RetryPolicy(Duration.ofMinutes(2), Duration.ofMillis(500), Duration.ofSeconds(15));

    /**
     * Checks the durations.
     *
     * @throws InvalidValueException if one is not positive or the first wait exceeds the longest
     */
    public RetryPolicy {
        if (isNotPositive(deadline) || isNotPositive(firstWait) || firstWait.compareTo(maxWait) > 0) {
            throw new InvalidValueException(
                    "a retry policy needs a positive deadline and 0 < firstWait <= maxWait, not " + deadline + ", "
                            + firstWait + ", " + maxWait);
        }
    }

    /**
     * Returns this policy with another deadline.
     *
     * @param limit limit of a whole operation, more than zero
     * @return the changed policy
     */
    public RetryPolicy within(Duration limit) {
        return new RetryPolicy(limit, firstWait, maxWait);
    }

    private static boolean isNotPositive(Duration duration) {
        return duration.isZero() || duration.isNegative();
    }
}
