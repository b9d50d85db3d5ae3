// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.update;

import io.github.vpsdns.core.VpsDnsException;
import io.github.vpsdns.core.loop.Mailbox;
import io.github.vpsdns.core.loop.WorkerThreads;
import io.github.vpsdns.core.loop.Workers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/** Workers that do their work at once, or when a test lets them; the process can end at any of it. */
final class InlineWorkers implements Workers {
    /** The process is gone. */
    static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    private final Mailbox mailbox;
    private final List<Runnable> held = new ArrayList<>();
    private boolean hold;
    private int started;
    private int deadly;
    private boolean whenDone;

    InlineWorkers(Mailbox mailbox) {
        this.mailbox = mailbox;
    }

    @Override
    public <T> void start(String what, Callable<T> work, Consumer<T> done, Consumer<VpsDnsException> failed) {
        started++;
        if (started == deadly) {
            if (whenDone) {
                WorkerThreads.outcome(what, work, done, failed);
            }
            throw new Killed();
        }
        Runnable run = () -> mailbox.post(WorkerThreads.outcome(what, work, done, failed));
        if (hold) {
            held.add(run);
        } else {
            run.run();
        }
    }

    /** Ends the process at the n-th piece of work from the beginning, before it is begun or when nobody has heard of its end yet. */
    void dieAt(int n, boolean afterwards) {
        deadly = n;
        whenDone = afterwards;
    }

    /** Lets work wait from now on. */
    void hold() {
        hold = true;
    }

    /** Does the work that waits, and from now on all at once. */
    void release() {
        hold = false;
        List<Runnable> all = List.copyOf(held);
        held.clear();
        all.forEach(Runnable::run);
    }

    /** Does one piece of the work that waits. */
    void release(int index) {
        held.remove(index).run();
    }

    int held() {
        return held.size();
    }

    @Override
    public void stop(Duration limit) {
        held.clear();
    }
}
