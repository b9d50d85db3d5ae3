// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.time;

import java.time.Duration;

/**
 * The moment by which something must be over, on a clock that never jumps.
 *
 * <p>Immutable and thread-safe; passed down, so that everything below one operation shares its one limit.
 */
public final class Deadline {
    /** Longer limits than this would overflow when compared in nanoseconds, and mean the same. */
    private static final Duration FOREVER = Duration.ofDays(36_500);

    private final Timekeeper time;
    private final long atNanos;

    private Deadline(Timekeeper time, long atNanos) {
        this.time = time;
        this.atNanos = atNanos;
    }

    /**
     * Creates the deadline that lies the given time from now.
     *
     * @param limit how long from now; zero or less has expired already
     * @param time the clock to go by
     * @return the deadline
     */
    public static Deadline after(Duration limit, Timekeeper time) {
        Duration bounded = limit.isNegative() ? Duration.ZERO : limit.compareTo(FOREVER) > 0 ? FOREVER : limit;
        return new Deadline(time, time.nanoTime() + bounded.toNanos());
    }

    /**
     * Returns the time left.
     *
     * @return the time left, zero once it has expired, never negative
     */
    public Duration remaining() {
        return Duration.ofNanos(Math.max(0, atNanos - time.nanoTime()));
    }

    /**
     * Tells whether the time is over.
     *
     * @return whether no time is left
     */
    public boolean expired() {
        return atNanos - time.nanoTime() <= 0;
    }

    /**
     * Returns the given wait, cut to the time left.
     *
     * @param wait how long one would like to wait
     * @return the shorter of the two
     */
    public Duration cut(Duration wait) {
        Duration left = remaining();
        return wait.compareTo(left) < 0 ? wait : left;
    }
}
