// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.loop;

import io.github.vpsdns.core.VpsDnsException;
import io.github.vpsdns.core.fault.FaultLog;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Workers on daemon threads of their own, which end when there has been nothing to do for a while. Thread-safe. */
public final class WorkerThreads implements Workers {
    private static final Logger log = LoggerFactory.getLogger(WorkerThreads.class);
    private static final FaultLog FAULTS = FaultLog.errors(WorkerThreads.class);
    private static final long IDLE_SECONDS = 10;

    private final Mailbox mailbox;
    private final String name;
    private final AtomicInteger count = new AtomicInteger();
    private final ThreadPoolExecutor threads;

    private WorkerThreads(Mailbox mailbox, String name, int core, int most, BlockingQueue<Runnable> waiting) {
        this.mailbox = mailbox;
        this.name = name;
        threads = new ThreadPoolExecutor(core, most, IDLE_SECONDS, TimeUnit.SECONDS, waiting, this::thread);
        threads.allowCoreThreadTimeOut(true);
    }

    /**
     * Creates workers as many as there is work; who starts it bounds how much is under way.
     *
     * @param mailbox where they leave what came of their work
     * @param name how their threads' names begin
     * @return the workers
     */
    public static WorkerThreads unbounded(Mailbox mailbox, String name) {
        return new WorkerThreads(mailbox, name, 0, Integer.MAX_VALUE, new SynchronousQueue<>());
    }

    /**
     * Creates a number of workers; what exceeds it waits.
     *
     * @param mailbox where they leave what came of their work
     * @param name how their threads' names begin
     * @param most how many there are at most, 1 or more
     * @return the workers
     */
    public static WorkerThreads bounded(Mailbox mailbox, String name, int most) {
        return new WorkerThreads(mailbox, name, most, most, new LinkedBlockingQueue<>());
    }

    private Thread thread(Runnable work) {
        Thread thread = new Thread(work, name + "-" + count.incrementAndGet());
        thread.setDaemon(true);
        return thread;
    }

    /**
     * Lets there be another number of bounded workers from now on.
     *
     * @param most how many there are at most, 1 or more
     */
    public void resize(int most) {
        // The larger number first: the pool refuses a core that exceeds its most.
        threads.setMaximumPoolSize(Math.max(most, threads.getCorePoolSize()));
        threads.setCorePoolSize(most);
        threads.setMaximumPoolSize(most);
    }

    @Override
    public <T> void start(String what, Callable<T> work, Consumer<T> done, Consumer<VpsDnsException> failed) {
        try {
            threads.execute(() -> mailbox.post(outcome(what, work, done, failed)));
        } catch (RejectedExecutionException e) {
            log.debug("not begun any more: {}", what);
        } catch (OutOfMemoryError e) {
            // No thread can be had for now, which is no reason to wait for this work for ever.
            mailbox.post(unforeseen(what, e, failed));
        }
    }

    /**
     * Does work in the caller's thread, as those who are workers of another kind do.
     *
     * @param <T> what comes of the work
     * @param what what is done, for the failure of something that should not fail
     * @param work the work
     * @param done takes what it returned
     * @param failed takes what it threw
     * @return what the loop is to run
     */
    @SuppressWarnings("InterruptedExceptionSwallowed") // the thread is the pool's, which interrupts it only to end it
    public static <T> Runnable outcome(
            String what, Callable<T> work, Consumer<T> done, Consumer<VpsDnsException> failed) {
        try {
            T value = work.call();
            return () -> done.accept(value);
        } catch (VpsDnsException e) {
            return () -> failed.accept(e);
        } catch (Exception | Error e) {
            // Whoever began it waits for one of its ends, even if an upgrade took classes away from under it.
            return unforeseen(what, e, failed);
        }
    }

    private static Runnable unforeseen(String what, Throwable cause, Consumer<VpsDnsException> failed) {
        FAULTS.tell(what + " failed in a way that nobody thought of", cause);
        return () -> failed.accept(new VpsDnsException(what + " failed: " + cause, cause));
    }

    @Override
    public void stop(Duration limit) {
        threads.shutdownNow();
        try {
            if (!threads.awaitTermination(limit.toNanos(), TimeUnit.NANOSECONDS)) {
                log.debug("work goes on that was told to end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
