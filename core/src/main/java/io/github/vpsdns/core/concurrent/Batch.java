// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.concurrent;

import io.github.vpsdns.core.InvalidValueException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * Runs blocking tasks side by side, a bounded number at a time, and waits until every one has ended.
 *
 * <ul>
 *   <li>The threads are daemons, live for one call of {@link #run} and belong to it alone.
 *   <li>A task that fails does not stop the others; each has its own outcome, in the order of the tasks.
 *   <li>When the calling thread is interrupted, tasks under way are interrupted, the others never begin, and {@code run}
 *       returns with what is known of each as soon as those under way have ended, at the latest after a grace time of ten
 *       seconds. The calling thread's interrupt flag is then set.
 * </ul>
 *
 * <pre>{@code
 * List<TaskOutcome<Answer>> answers = new Batch("look-up", 8).run(List.of(() -> ask(first), () -> ask(second)));
 * }</pre>
 *
 * <p>Immutable and thread-safe; one batch can serve any number of calls, also at once, each with its own threads.
 */
public final class Batch {
    private static final Duration GRACE = Duration.ofSeconds(10);

    private final String name;
    private final int parallelism;
    private final Duration grace;

    /**
     * Creates a way to run tasks.
     *
     * @param name what the tasks do, for the names of the threads
     * @param parallelism how many tasks run at once, 1 to 1000
     * @throws InvalidValueException if the parallelism is out of range
     */
    public Batch(String name, int parallelism) {
        this(name, parallelism, GRACE);
    }

    Batch(String name, int parallelism, Duration grace) {
        if (parallelism < 1 || parallelism > 1000) {
            throw new InvalidValueException("a parallelism of " + parallelism + " is refused; expected 1 to 1000");
        }
        this.name = name;
        this.parallelism = parallelism;
        this.grace = grace;
    }

    /**
     * Runs tasks and waits for all of them.
     *
     * @param tasks what to run; on an interrupt a task should end soon
     * @param <T> what a task returns
     * @return one outcome a task, in their order; immutable
     * @throws Error if a task threw an error, after all tasks have ended
     */
    public <T> List<TaskOutcome<T>> run(List<? extends Callable<? extends T>> tasks) {
        if (tasks.isEmpty()) {
            return List.of();
        }
        List<Task<T>> running = tasks.stream().map(Task<T>::new).toList();
        ExecutorService threads = Executors.newFixedThreadPool(
                Math.min(parallelism, tasks.size()), new DaemonThreads("vpsdns-" + name + "-"));
        try {
            boolean interrupted = Thread.interrupted();
            if (!interrupted) {
                running.forEach(threads::execute);
                interrupted = awaitAll(threads);
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        } finally {
            threads.shutdownNow();
        }
        return running.stream().map(Task::outcome).toList();
    }

    /** Returns whether the wait was cut short by an interrupt. */
    private boolean awaitAll(ExecutorService threads) {
        threads.shutdown();
        try {
            // No limit here: each task has its own, and ours would make its end unknown.
            while (!threads.awaitTermination(1, TimeUnit.HOURS)) {}
            return false;
        } catch (InterruptedException e) {
            threads.shutdownNow();
            awaitCancelled(threads);
            return true;
        }
    }

    private void awaitCancelled(ExecutorService threads) {
        long end = System.nanoTime() + grace.toNanos();
        boolean over = false;
        while (!over) {
            try {
                threads.awaitTermination(end - System.nanoTime(), TimeUnit.NANOSECONDS);
                over = true;
            } catch (InterruptedException e) {
                // A second interrupt says nothing new: the tasks are being cancelled already.
                over = end - System.nanoTime() <= 0;
            }
        }
    }
}
