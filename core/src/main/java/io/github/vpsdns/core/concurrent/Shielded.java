// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.concurrent;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * Work of others that cannot bear an interrupt: it would fail, or swallow it, so that whoever wanted the thread to end waits in vain.
 * It is done on a thread that nobody knows. Stateless.
 */
public final class Shielded {
    /** What is to be done. */
    @FunctionalInterface
    public interface Work {
        /**
         * Does it.
         *
         * @throws Exception if it fails
         */
        void run() throws Exception;
    }

    private Shielded() {}

    /**
     * Does work and waits for its end. An interrupt meanwhile, or before, does not reach it; the flag is set afterwards.
     *
     * @param name of the thread
     * @param work what to do, in a time that is short
     * @throws Exception what the work throws
     */
    public static void run(String name, Work work) throws Exception {
        CompletableFuture<?> done = CompletableFuture.runAsync(() -> doIt(work), task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            thread.start();
        });
        try {
            done.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof Exception failure) {
                throw failure;
            }
            throw e;
        }
    }

    private static void doIt(Work work) {
        try {
            work.run();
        } catch (Exception e) {
            throw new CompletionException(e);
        }
    }
}
