// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.concurrent;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** One task and what is known of its end; written by the thread that runs it, read by the one that waits. */
final class Task<T> implements Runnable {
    private final Callable<? extends T> work;
    private volatile boolean begun;
    private volatile @Nullable TaskOutcome<T> end;
    private volatile @Nullable Error error;

    Task(Callable<? extends T> work) {
        this.work = work;
    }

    @Override
    @SuppressWarnings("InterruptedExceptionSwallowed") // it is kept as the outcome, and the thread ends after this task
    public void run() {
        begun = true;
        try {
            end = new TaskOutcome.Done<>(work.call());
        } catch (Exception e) {
            end = new TaskOutcome.Failed<>(e);
        } catch (Error e) {
            error = e;
        }
    }

    TaskOutcome<T> outcome() {
        Error thrown = error;
        if (thrown != null) {
            throw thrown;
        }
        TaskOutcome<T> known = end;
        return known == null ? new TaskOutcome.Cancelled<>(begun) : known;
    }
}
