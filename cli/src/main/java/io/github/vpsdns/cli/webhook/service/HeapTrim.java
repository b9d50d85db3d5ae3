// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.webhook.service;

import java.lang.management.ManagementFactory;
import java.util.function.LongSupplier;

/**
 * Gives memory back that a burst of work has left behind. Hashing a password takes 19 MiB, which the serial collector moves to where it
 * collects only when all is full; until then the process would keep it, though it has nothing in it.
 *
 * <p>Belongs to the thread that looks.
 */
final class HeapTrim {
    /** A hash takes more, and a service leaves less in an hour. */
    static final long WORTHWHILE = 4L << 20;

    private final LongSupplier used;
    private final Runnable collect;
    private long left;
    private long before;

    /**
     * Trims a heap.
     *
     * @param used how many bytes are in use or free only after a full collection
     * @param collect collects all
     */
    HeapTrim(LongSupplier used, Runnable collect) {
        this.used = used;
        this.collect = collect;
    }

    /** Trims the heap of this process, if its collector is the serial one; others see to it themselves. */
    static HeapTrim ofProcess() {
        LongSupplier used = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getName().equals("Tenured Gen"))
                .findFirst()
                .<LongSupplier>map(pool -> () -> pool.getUsage().getUsed())
                .orElse(() -> 0);
        return new HeapTrim(used, System::gc);
    }

    /** Looks, and collects if it is worthwhile and whoever uses the memory has come to rest. */
    void look() {
        long now = used.getAsLong();
        left = Math.min(left, now);
        if (now - left >= WORTHWHILE && now <= before) {
            collect.run();
            left = used.getAsLong();
            before = left;
        } else {
            before = now;
        }
    }
}
