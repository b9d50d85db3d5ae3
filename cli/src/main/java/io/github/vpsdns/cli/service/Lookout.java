// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.service;

import io.github.vpsdns.core.fault.FaultLog;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Looks every few seconds, and soon after each event, how it stands, on a daemon thread of its own: so it is noticed as well when
 * nothing is told any more. Thread-safe.
 */
public final class Lookout implements AutoCloseable {
    private static final FaultLog FAULTS = FaultLog.warnings(Lookout.class);
    private static final Duration PAUSE = Duration.ofSeconds(5);
    /** A change brings several events. */
    private static final Duration SOON = Duration.ofMillis(200);

    private final Runnable look;
    private final AtomicBoolean soon = new AtomicBoolean();
    private final ScheduledThreadPoolExecutor thread;

    /**
     * Prepares to look.
     *
     * @param look looks how it stands; what it throws is logged
     */
    public Lookout(Runnable look) {
        this.look = look;
        this.thread = new ScheduledThreadPoolExecutor(
                1,
                work -> {
                    Thread made = new Thread(work, "vpsdns-lookout");
                    made.setDaemon(true);
                    return made;
                },
                (late, pool) -> {});
    }

    /** Begins; called once. */
    public void start() {
        // It ends with the thread; what it throws is caught where it looks.
        Future<?> unused = thread.scheduleWithFixedDelay(this::look, 0, PAUSE.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Looks soon, because something happened; does not wait. */
    public void soon() {
        if (soon.compareAndSet(false, true)) {
            Future<?> unused = thread.schedule(
                    () -> {
                        soon.set(false);
                        look();
                    },
                    SOON.toMillis(),
                    TimeUnit.MILLISECONDS);
        }
    }

    private void look() {
        try {
            look.run();
        } catch (RuntimeException e) {
            FAULTS.tell("cannot see how it stands", e);
        }
    }

    /** Looks no more. */
    @Override
    public void close() {
        thread.shutdownNow();
    }
}
