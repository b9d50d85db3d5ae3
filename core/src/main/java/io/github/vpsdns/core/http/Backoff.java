// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.http;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * The waits between tries: exponential with full jitter, so that clients that failed together do not come back together.
 *
 * @param first the longest wait after the first try, doubled for each further one
 * @param max the longest wait of all
 * @param random the source of jitter; must be thread-safe
 */
public record Backoff(Duration first, Duration max, RandomGenerator random) {
    private static final int MAX_DOUBLINGS = 30;

    /** A wait between zero and the limit for that many failures. */
    Duration after(int failures) {
        return jitter(limit(failures));
    }

    /** The longest wait for that many failures, 1 or more. */
    Duration limit(int failures) {
        long factor = 1L << Math.min(failures - 1, MAX_DOUBLINGS);
        return factor > max.dividedBy(first) ? max : first.multipliedBy(factor);
    }

    Duration jitter(Duration limit) {
        return Duration.ofNanos(random.nextLong(limit.toNanos() + 1));
    }
}
