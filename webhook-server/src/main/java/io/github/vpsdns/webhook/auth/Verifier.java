// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.auth;

import io.github.vpsdns.core.address.Network;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Runs verifications on two threads of its own, because each takes much memory and time. At most 64 wait, 16 of them from one place;
 * the same one is run once for all who wait for it. Thread-safe.
 */
final class Verifier implements AutoCloseable {
    private static final int THREADS = 2;
    private static final int WAITING = 64;
    private static final int WAITING_FROM_ONE_PLACE = 16;

    private final ThreadPoolExecutor threads;
    private final Map<Object, CompletableFuture<Verdict>> underWay = new HashMap<>();
    private final Map<Network, Integer> places = new HashMap<>();

    Verifier() {
        threads = new ThreadPoolExecutor(
                THREADS, THREADS, 30, TimeUnit.SECONDS, new ArrayBlockingQueue<>(WAITING), task -> {
                    Thread thread = new Thread(task, "vpsdns-password");
                    thread.setDaemon(true);
                    return thread;
                });
        threads.allowCoreThreadTimeOut(true);
    }

    /**
     * Runs a verification, unless an equal one is under way.
     *
     * @param key equal for equal ones
     * @param origin on whose behalf
     * @param verification what to run
     * @return its verdict, or BUSY if there is no room for it
     */
    synchronized CompletableFuture<Verdict> verify(Object key, Network origin, Supplier<Verdict> verification) {
        CompletableFuture<Verdict> shared = underWay.get(key);
        if (shared != null) {
            return shared;
        }
        boolean isFull =
                threads.getQueue().remainingCapacity() == 0 || places.getOrDefault(origin, 0) >= WAITING_FROM_ONE_PLACE;
        if (isFull || threads.isShutdown()) {
            return CompletableFuture.completedFuture(Verdict.BUSY);
        }
        CompletableFuture<Verdict> verdict = new CompletableFuture<>();
        threads.execute(() -> run(key, origin, verification, verdict));
        underWay.put(key, verdict);
        places.merge(origin, 1, Integer::sum);
        return verdict;
    }

    private void run(Object key, Network origin, Supplier<Verdict> verification, CompletableFuture<Verdict> verdict) {
        try {
            Verdict reached = verification.get();
            done(key, origin);
            verdict.complete(reached);
        } catch (RuntimeException | Error e) {
            done(key, origin);
            verdict.completeExceptionally(e);
        }
    }

    private synchronized void done(Object key, Network origin) {
        underWay.remove(key);
        places.computeIfPresent(origin, (any, count) -> count == 1 ? null : count - 1);
    }

    /** Lets the verifications under way end, and answers BUSY to all others. */
    @Override
    public void close() {
        synchronized (this) {
            threads.shutdown();
            threads.getQueue().clear();
        }
        try {
            if (!threads.awaitTermination(10, TimeUnit.SECONDS)) {
                threads.shutdownNow();
            }
        } catch (InterruptedException e) {
            threads.shutdownNow();
            Thread.currentThread().interrupt();
        }
        Map<Object, CompletableFuture<Verdict>> left;
        synchronized (this) {
            left = Map.copyOf(underWay);
        }
        left.values().forEach(verdict -> verdict.complete(Verdict.BUSY));
    }
}
