// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.ddns.agent;

import io.github.vpsdns.core.VpsDnsException;
import io.github.vpsdns.core.loop.Mailbox;
import io.github.vpsdns.core.loop.WorkerThreads;
import io.github.vpsdns.core.loop.Workers;
import io.github.vpsdns.core.testing.FaultyDisk;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Workers that do their work at once, or when a test lets them. */
final class InlineWorkers implements Workers {
    private final Mailbox mailbox;
    private final Deque<Runnable> held = new ArrayDeque<>();
    private boolean hold;
    private int most;
    private int started;
    private int deadly;
    private boolean after;
    private UnaryOperator<Object> answer = UnaryOperator.identity();

    InlineWorkers(Mailbox mailbox) {
        this.mailbox = mailbox;
    }

    @Override
    public <T> void start(String what, Callable<T> work, Consumer<T> done, Consumer<VpsDnsException> failed) {
        started++;
        if (started == deadly) {
            if (after) {
                Runnable unheard = WorkerThreads.outcome(what, work, done, failed);
                assert unheard != null;
            }
            throw new FaultyDisk.Crash();
        }
        Runnable run = () -> mailbox.post(WorkerThreads.outcome(what, () -> answered(work), done, failed));
        if (hold) {
            held.add(run);
            most = Math.max(most, held.size());
        } else {
            run.run();
        }
    }

    @SuppressWarnings("unchecked") // the test takes care of it
    private <T> T answered(Callable<T> work) throws Exception {
        return (T) answer.apply(work.call());
    }

    /** Puts another answer in the place of what work returns, or a failure. */
    void answer(UnaryOperator<Object> other) {
        answer = other;
    }

    /** Ends the process at the n-th piece of work, before it is begun or when it is done and nobody has heard of it yet. */
    void dieAt(int n, boolean whenDone) {
        deadly = n;
        after = whenDone;
    }

    /** Lets work wait from now on. */
    void hold() {
        hold = true;
    }

    /** Does the work that waits, and from now on all at once. */
    void release() {
        hold = false;
        while (!held.isEmpty()) {
            held.remove().run();
        }
    }

    /** Does the piece of work that began last. */
    void releaseLast() {
        held.removeLast().run();
    }

    int held() {
        return held.size();
    }

    int mostHeld() {
        return most;
    }

    @Override
    public void stop(Duration limit) {
        held.clear();
    }
}
