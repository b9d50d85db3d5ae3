// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/** The real time. */
enum SystemTime implements Timekeeper {
    INSTANCE;

    private static final Clock CLOCK = Clock.systemUTC();

    @Override
    public Instant now() {
        return CLOCK.instant();
    }

    @Override
    public long nanoTime() {
        return System.nanoTime();
    }

    @Override
    public void sleep(Duration duration) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        if (!duration.isNegative() && !duration.isZero()) {
            TimeUnit.NANOSECONDS.sleep(TimeUnit.NANOSECONDS.convert(duration));
        }
    }
}
