// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.sandbox.acme.validation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where validations and issuings run, apart from the requests that started them. It can be told to hold: work that
 * comes in then waits, without a thread, until it is released.
 *
 * <p>Thread-safe. {@link #close()} ends running work by interruption and forgets what waits.
 */
public final class Workshop implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Workshop.class);
    private static final int THREADS = 8;

    private final ScheduledExecutorService executor = Executors.newScheduledThreadPool(THREADS, work -> {
        Thread thread = new Thread(work, "sandbox-acme-work");
        thread.setDaemon(true);
        return thread;
    });
    private final List<Runnable> waiting = new ArrayList<>();
    private boolean held;

    /** Open, not holding. */
    public Workshop() {}

    /** Work that comes in from now on waits; what runs goes on. */
    public synchronized void hold() {
        held = true;
    }

    /** Lets the work that waits begin, and any that comes in from now on. */
    public synchronized void release() {
        held = false;
        waiting.forEach(Runnable::run);
        waiting.clear();
    }

    /**
     * Has work done after a delay, once nothing holds it up.
     *
     * @param patience how long to wait here for the work to be done; a caller that answers a client then tells the
     *     outcome at once if it was quick. Nothing is waited for if the work is held
     */
    public void run(Runnable work, Duration delay, Duration patience) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        if (submit(() -> schedule(work, delay, done))) {
            await(done, patience);
        }
    }

    @Override
    public void close() {
        executor.shutdownNow();
        synchronized (this) {
            waiting.clear();
        }
    }

    private synchronized boolean submit(Runnable start) {
        if (held) {
            waiting.add(start);
            return false;
        }
        start.run();
        return true;
    }

    private void schedule(Runnable work, Duration delay, CompletableFuture<Void> done) {
        var unused = executor.schedule(
                () -> {
                    try {
                        work.run();
                    } catch (RuntimeException e) {
                        LOG.error("work of the ACME CA failed", e);
                    } finally {
                        done.complete(null);
                    }
                },
                delay.toNanos(),
                TimeUnit.NANOSECONDS);
    }

    private static void await(CompletableFuture<Void> done, Duration patience) {
        try {
            done.get(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (TimeoutException | ExecutionException e) {
            LOG.trace("the work goes on after the answer", e);
        }
    }
}
