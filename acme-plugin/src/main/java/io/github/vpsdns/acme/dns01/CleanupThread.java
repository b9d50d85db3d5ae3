// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.dns01;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Runs clean-up work where no interrupt of the caller reaches it, and not for longer than a limit.
 *
 * <p>The caller waits for it; an interrupt that comes meanwhile is kept for afterwards. When the limit is over, the work is
 * interrupted and has a few seconds to come back with what it knows.
 */
final class CleanupThread {
    private static final Duration GRACE = Duration.ofSeconds(5);

    private CleanupThread() {}

    /** Returns what the work returned; empty if it did not come back even after it was interrupted. */
    static <T> Optional<T> run(Duration limit, Supplier<T> work) {
        CompletableFuture<T> result = new CompletableFuture<>();
        Thread thread = new Thread(() -> complete(result, work), "vpsdns-cleanup");
        thread.setDaemon(true);
        thread.start();
        boolean interrupted = Thread.interrupted();
        try {
            long end = System.nanoTime() + limit.toNanos();
            boolean stopping = false;
            while (true) {
                try {
                    return Optional.of(result.get(Math.max(1, end - System.nanoTime()), TimeUnit.NANOSECONDS));
                } catch (InterruptedException e) {
                    interrupted = true;
                } catch (TimeoutException e) {
                    if (stopping) {
                        return Optional.empty();
                    }
                    stopping = true;
                    end = System.nanoTime() + GRACE.toNanos();
                    thread.interrupt();
                } catch (ExecutionException e) {
                    throw new IllegalStateException("cleaning up failed", e.getCause());
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static <T> void complete(CompletableFuture<T> result, Supplier<T> work) {
        try {
            result.complete(work.get());
        } catch (RuntimeException | Error e) {
            result.completeExceptionally(e);
        }
    }
}
