// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.testing;

import io.github.vpsdns.core.time.Timekeeper;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Time that a test moves on by months, and that runs fast in between. */
public final class MovableTime implements Timekeeper {
    private final FastTime fast = new FastTime();
    private volatile Duration moved = Duration.ZERO;

    public void move(Duration by) {
        moved = moved.plus(by);
    }

    @Override
    public Instant now() {
        return fast.now().plus(moved);
    }

    @Override
    public long nanoTime() {
        return fast.nanoTime();
    }

    @Override
    public void sleep(Duration duration) throws InterruptedException {
        fast.sleep(duration);
    }

    /** The same time for the other side. */
    public Clock clock() {
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now();
            }
        };
    }
}
