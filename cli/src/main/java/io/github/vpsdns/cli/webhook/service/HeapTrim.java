// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.webhook.service;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryUsage;
import java.util.function.LongSupplier;

/**
 * Gives memory back that a burst of work has left behind. Hashing a password takes 19 MiB, which the serial collector moves to where it
 * collects only when all is full; until then the process would keep it, though it has nothing in it.
 *
 * <p>Belongs to the thread that looks.
 */
final class HeapTrim {
    /** What a hash takes at least is more, what a service leaves in an hour is less. */
    static final long WORTHWHILE = 12L << 20;

    private final LongSupplier garbage;
    private final Runnable collect;
    private long before;

    /**
     * Trims a heap.
     *
     * @param garbage how many bytes may have become free since the last full collection, at most
     * @param collect collects all
     */
    HeapTrim(LongSupplier garbage, Runnable collect) {
        this.garbage = garbage;
        this.collect = collect;
    }

    /** Trims the heap of this process, if its collector is the serial one; others see to it themselves. */
    static HeapTrim ofProcess() {
        LongSupplier garbage = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getName().equals("Tenured Gen"))
                .findFirst()
                .<LongSupplier>map(pool -> () -> grown(pool))
                .orElse(() -> 0);
        return new HeapTrim(garbage, System::gc);
    }

    private static long grown(MemoryPoolMXBean pool) {
        MemoryUsage afterCollection = pool.getCollectionUsage();
        return pool.getUsage().getUsed() - (afterCollection == null ? 0 : afterCollection.getUsed());
    }

    /** Looks, and collects if it is worthwhile and whoever has left it has come to rest. */
    void look() {
        long now = garbage.getAsLong();
        if (now >= WORTHWHILE && now <= before) {
            collect.run();
            before = 0;
        } else {
            before = now;
        }
    }
}
