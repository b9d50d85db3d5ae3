// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.testing;

import io.github.vpsdns.core.time.Timekeeper;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The time of day, moved on as a test says; waiting takes its real time. Thread-safe. */
public final class MovedTime extends Clock implements Timekeeper {
    private volatile Duration ahead = Duration.ZERO;

    /** Moves on. */
    public void advance(Duration by) {
        ahead = ahead.plus(by);
    }

    @Override
    public Instant now() {
        return Timekeeper.system().now().plus(ahead);
    }

    @Override
    public Instant instant() {
        return now();
    }

    @Override
    public long nanoTime() {
        return Timekeeper.system().nanoTime();
    }

    @Override
    public void sleep(Duration duration) throws InterruptedException {
        Timekeeper.system().sleep(duration);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
