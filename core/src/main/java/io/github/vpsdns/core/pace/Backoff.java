// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.pace;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Growing waits between tries. Each lies at random in the upper half of its range, so that many who failed together do not
 * come back together, and none comes back at once.
 *
 * @param first the longest wait after the first failure, doubled for each further one
 * @param most the longest wait of all
 * @param random the source of jitter
 */
public record Backoff(Duration first, Duration most, RandomGenerator random) {
    private static final int DOUBLINGS = 30;

    /**
     * Returns the wait before the next try.
     *
     * @param failures how often it has failed in a row, 1 or more
     * @return the wait
     */
    public Duration after(int failures) {
        long factor = 1L << Math.min(failures - 1, DOUBLINGS);
        Duration range = factor > most.dividedBy(first) ? most : first.multipliedBy(factor);
        long half = range.toNanos() / 2;
        return Duration.ofNanos(half + random.nextLong(half + 1));
    }
}
