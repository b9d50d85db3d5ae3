// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.systemd;

import io.github.vpsdns.core.time.Timekeeper;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Tells systemd. Thread-safe; the program and what was shown last belong to the sender's thread. */
final class NotifiedServiceManager implements ServiceManager {
    /** How often to look again while the service does not go round: it must be heard before the limit is over. */
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

    /** The status is for people, who do not need each of many changes. */
    private static final Duration STATUS_PAUSE = Duration.ofSeconds(1);

    private static final Duration CLOSE_LIMIT = Duration.ofMillis(500);

    private final NotifyProgram program;
    private final Timekeeper time;
    private final @Nullable Duration limit;
    private final ScheduledThreadPoolExecutor sender;
    private final AtomicBoolean statusComes = new AtomicBoolean();
    private String shown = "";

    NotifiedServiceManager(NotifyProgram program, Timekeeper time, @Nullable Duration limit) {
        this.program = program;
        this.time = time;
        this.limit = limit;
        this.sender = new ScheduledThreadPoolExecutor(
                1,
                work -> {
                    Thread thread = new Thread(work, "vpsdns-systemd");
                    thread.setDaemon(true);
                    return thread;
                },
                (late, pool) -> {});
    }

    @Override
    public void ready() {
        send(List.of("READY=1"));
    }

    @Override
    public void reloading() {
        // The clock that systemd means, CLOCK_MONOTONIC, is the one behind System.nanoTime() on Linux.
        send(List.of("RELOADING=1", "MONOTONIC_USEC=" + time.nanoTime() / 1000));
    }

    @Override
    public void stopping() {
        send(List.of("STOPPING=1"));
    }

    @Override
    public void status(Supplier<String> status) {
        if (statusComes.compareAndSet(false, true)) {
            after(STATUS_PAUSE, () -> {
                statusComes.set(false);
                show(status.get().replaceAll("\\s+", " "));
            });
        }
    }

    private void show(String status) {
        if (!status.equals(shown)) {
            shown = status;
            program.send(List.of("STATUS=" + status));
        }
    }

    @Override
    public void keepAlive(BooleanSupplier alive) {
        if (limit != null) {
            beat(alive, limit.dividedBy(2));
        }
    }

    private void beat(BooleanSupplier alive, Duration half) {
        after(Duration.ZERO, () -> {
            boolean goes = alive.getAsBoolean();
            if (goes) {
                program.send(List.of("WATCHDOG=1"));
            }
            after(goes || half.compareTo(LOOK_AGAIN) < 0 ? half : LOOK_AGAIN, () -> beat(alive, half));
        });
    }

    private void send(List<String> assignments) {
        after(Duration.ZERO, () -> program.send(assignments));
    }

    private void after(Duration delay, Runnable work) {
        Future<?> unused = sender.schedule(work, delay.toNanos(), TimeUnit.NANOSECONDS);
    }

    @Override
    public void close() {
        Future<?> last = sender.submit(() -> {});
        boolean interrupted = false;
        try {
            last.get(CLOSE_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            interrupted = true;
        } catch (ExecutionException | TimeoutException e) {
            // It was a moment's courtesy.
        }
        sender.shutdownNow();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
