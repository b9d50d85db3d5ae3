// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.password;

import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * The memory that hashing may take: half of what this JVM may have, whoever hashes. Without it, a few sign-ins at the same moment
 * would end the process. Thread-safe.
 */
final class HashMemory {
    /** Of this process. */
    static final HashMemory OF_PROCESS = new HashMemory(Runtime.getRuntime().maxMemory() / 2);

    private static final int KIBIBYTE = 1024;
    private final int kibibytes;
    private final Semaphore free;

    HashMemory(long bytes) {
        kibibytes = (int) Math.min(Integer.MAX_VALUE, bytes / KIBIBYTE);
        // Fair, so that a large hash is not kept waiting by small ones for ever.
        free = new Semaphore(kibibytes, true);
    }

    /** Returns how much one hash may take. */
    int kibibytes() {
        return kibibytes;
    }

    /** Does work that takes so much memory, once there is room; an interrupt does not end the wait, which is short. */
    <T> T with(int needed, Supplier<T> work) {
        free.acquireUninterruptibly(needed);
        try {
            return work.get();
        } finally {
            free.release(needed);
        }
    }
}
