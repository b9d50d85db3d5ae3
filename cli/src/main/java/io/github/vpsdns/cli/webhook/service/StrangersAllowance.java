// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.webhook.service;

import io.github.vpsdns.core.time.Timekeeper;
import java.time.Duration;

/** How much those may have written down whom nobody knows, so that they cannot fill the disk in a night. Guarded by itself. */
final class StrangersAllowance {
    static final int MOST = 600;
    static final Duration WINDOW = Duration.ofMinutes(1);

    private final Timekeeper time;
    private long since;
    private int taken;

    StrangersAllowance(Timekeeper time) {
        this.time = time;
        this.since = time.nanoTime();
    }

    synchronized boolean take() {
        long now = time.nanoTime();
        if (now - since >= WINDOW.toNanos()) {
            since = now;
            taken = 0;
        }
        return ++taken <= MOST;
    }
}
