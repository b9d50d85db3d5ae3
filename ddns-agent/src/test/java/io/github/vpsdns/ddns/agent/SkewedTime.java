// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.ddns.agent;

import io.github.vpsdns.core.testing.ManualTime;
import io.github.vpsdns.core.time.Timekeeper;
import java.time.Duration;
import java.time.Instant;

/** Time that passes when a test says so, and whose time of day can be set. Thread-safe. */
final class SkewedTime implements Timekeeper {
    private final ManualTime time = new ManualTime();
    private volatile Duration skew = Duration.ZERO;

    void advance(Duration by) {
        time.advance(by);
    }

    /** Sets the time of day ahead, or back. */
    void jump(Duration by) {
        skew = skew.plus(by);
    }

    @Override
    public Instant now() {
        return time.now().plus(skew);
    }

    @Override
    public long nanoTime() {
        return time.nanoTime();
    }

    @Override
    public void sleep(Duration duration) throws InterruptedException {
        time.sleep(duration);
    }
}
