// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.testing;

import io.github.vpsdns.core.time.Timekeeper;
import java.time.Duration;
import java.time.Instant;

/** Time that runs twenty times as fast as the real one, for waits on a CA that is quicker than any public one. */
public final class FastTime implements Timekeeper {
    private static final int FACTOR = 20;

    private final Instant start = Instant.now();
    private final long origin = System.nanoTime();

    @Override
    public Instant now() {
        return start.plusNanos(nanoTime());
    }

    @Override
    public long nanoTime() {
        return (System.nanoTime() - origin) * FACTOR;
    }

    @Override
    public void sleep(Duration duration) throws InterruptedException {
        Timekeeper.system().sleep(duration.dividedBy(FACTOR));
    }
}
