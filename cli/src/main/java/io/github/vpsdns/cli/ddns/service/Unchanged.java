// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.ddns.service;

import io.github.vpsdns.core.time.Timekeeper;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * For how long a value has been the same, by a clock that neither jumps nor counts the time in which the machine slept: times on
 * the wall cannot tell a loop that stands still from a night. Guarded by itself.
 */
final class Unchanged {
    private final Timekeeper time;
    private @Nullable Object value;
    private long since;

    Unchanged(Timekeeper time) {
        this.time = time;
        this.since = time.nanoTime();
    }

    /** Looks at the value; how exact the answer is depends on how often that is done. */
    synchronized Duration look(@Nullable Object now) {
        if (!Objects.equals(value, now)) {
            value = now;
            since = time.nanoTime();
        }
        return Duration.ofNanos(time.nanoTime() - since);
    }
}
