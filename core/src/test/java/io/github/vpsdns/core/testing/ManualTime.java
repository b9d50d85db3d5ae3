// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.testing;

import io.github.vpsdns.core.time.Timekeeper;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Time that passes only when someone sleeps or a test says so; keeps the list of sleeps. Thread-safe. */
public final class ManualTime implements Timekeeper {
    private final List<Duration> sleeps = new ArrayList<>();
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private long nanos;

    @Override
    public synchronized Instant now() {
        return now;
    }

    @Override
    public synchronized long nanoTime() {
        return nanos;
    }

    @Override
    public synchronized void sleep(Duration duration) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        sleeps.add(duration);
        advance(duration);
    }

    /** Lets time pass. */
    public synchronized void advance(Duration duration) {
        if (!duration.isNegative()) {
            now = now.plus(duration);
            nanos += duration.toNanos();
        }
    }

    /** Returns the sleeps so far, oldest first. */
    public synchronized List<Duration> sleeps() {
        return List.copyOf(sleeps);
    }
}
