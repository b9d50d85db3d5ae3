// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.auth;

import java.util.concurrent.atomic.AtomicLong;

/**
 * So many requests a minute, and as many at once: the generic cell rate algorithm (ITU-T I.371), which needs one number. Thread-safe.
 */
final class Allowance {
    private static final long MINUTE = 60_000_000_000L;

    /** When all that was taken is earned again. */
    private final AtomicLong settled;

    Allowance(long nanoTime) {
        settled = new AtomicLong(nanoTime);
    }

    /** Takes one; returns 0, or after how many nanoseconds there is one. */
    long take(long nanoTime, int perMinute) {
        long each = Math.max(1, MINUTE / perMinute);
        long most = each * (perMinute - 1L);
        while (true) {
            long before = settled.get();
            long debt = Math.max(0, before - nanoTime);
            if (debt > most) {
                return debt - most;
            }
            if (settled.compareAndSet(before, nanoTime + debt + each)) {
                return 0;
            }
        }
    }
}
