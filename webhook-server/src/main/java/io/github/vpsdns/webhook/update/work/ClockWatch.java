// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.update.work;

import io.github.vpsdns.core.time.Timekeeper;
import java.time.Duration;
import java.time.Instant;

/**
 * Notices that the time of day and the clock that never jumps went apart: the clock was set, or the machine slept, during which
 * the latter stands still. Owned by the loop's thread.
 */
public final class ClockWatch {
    private static final Duration TOLERANCE = Duration.ofSeconds(5);

    private final Timekeeper time;
    private Instant lastTime;
    private long lastNanos;

    /** Begins to watch. */
    public ClockWatch(Timekeeper time) {
        this.time = time;
        this.lastTime = time.now();
        this.lastNanos = time.nanoTime();
    }

    /** Tells whether the two went apart since the last look, by more than clocks do. */
    public boolean jumped() {
        Instant now = time.now();
        long nanos = time.nanoTime();
        Duration by = Duration.between(lastTime, now).minusNanos(nanos - lastNanos);
        lastTime = now;
        lastNanos = nanos;
        return by.abs().compareTo(TOLERANCE) > 0;
    }
}
