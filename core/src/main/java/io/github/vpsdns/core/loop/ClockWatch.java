// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.loop;

import io.github.vpsdns.core.time.Timekeeper;
import java.time.Duration;
import java.time.Instant;

/**
 * Notices that the time of day and the clock that never jumps went apart: the clock was set, or the machine slept, during which
 * the latter stands still. Not thread-safe: owned by the loop's thread.
 */
public final class ClockWatch {
    private static final Duration TOLERANCE = Duration.ofSeconds(5);

    private final Timekeeper time;
    private Instant lastTime;
    private long lastNanos;

    /**
     * Begins to watch.
     *
     * @param time both clocks
     */
    public ClockWatch(Timekeeper time) {
        this.time = time;
        this.lastTime = time.now();
        this.lastNanos = time.nanoTime();
    }

    /**
     * Tells how far the time of day went ahead since the last look.
     *
     * @return how far, negative if it was set back; zero if no further than clocks do, which is five seconds
     */
    public Duration jump() {
        Instant now = time.now();
        long nanos = time.nanoTime();
        Duration by = Duration.between(lastTime, now).minusNanos(nanos - lastNanos);
        lastTime = now;
        lastNanos = nanos;
        return by.abs().compareTo(TOLERANCE) > 0 ? by : Duration.ZERO;
    }
}
