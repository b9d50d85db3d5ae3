// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.dns01;

import io.github.vpsdns.core.CancelledException;

/** Work to be done if the JVM is told to end (SIGTERM, SIGINT, {@link System#exit}) before it is withdrawn. */
final class ShutdownHook {
    private final Thread thread;

    private ShutdownHook(Thread thread) {
        this.thread = thread;
    }

    static ShutdownHook register(Runnable work) {
        Thread thread = new Thread(work, "vpsdns-shutdown");
        try {
            Runtime.getRuntime().addShutdownHook(thread);
        } catch (IllegalStateException e) {
            throw new CancelledException("nothing is begun any more, because the JVM is shutting down", e);
        }
        return new ShutdownHook(thread);
    }

    void withdraw() {
        try {
            Runtime.getRuntime().removeShutdownHook(thread);
        } catch (IllegalStateException e) {
            // The JVM is shutting down; the hook finds the work done.
        }
    }
}
