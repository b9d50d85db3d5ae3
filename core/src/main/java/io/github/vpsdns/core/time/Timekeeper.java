// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.time;

import java.time.Duration;
import java.time.Instant;

/**
 * The clock on the wall, a clock that never jumps, and a way to wait on it.
 *
 * <p>Implementations are thread-safe.
 */
public interface Timekeeper {
    /**
     * Returns the time of day, which may jump.
     *
     * @return the time of day
     */
    Instant now();

    /**
     * Returns nanoseconds since an arbitrary origin; only differences mean anything, and they never jump.
     *
     * @return nanoseconds, as {@link System#nanoTime()}
     */
    long nanoTime();

    /**
     * Waits.
     *
     * @param duration how long; zero or less returns at once
     * @throws InterruptedException if the thread is interrupted before or while it waits
     */
    void sleep(Duration duration) throws InterruptedException;

    /**
     * Returns the system's clocks.
     *
     * @return the real time
     */
    static Timekeeper system() {
        return SystemTime.INSTANCE;
    }
}
