// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.ddns.agent;

import io.github.vpsdns.core.CancelledException;
import io.github.vpsdns.core.loop.Mailbox;
import io.github.vpsdns.core.loop.Workers;
import io.github.vpsdns.core.time.Timekeeper;
import io.github.vpsdns.ddns.report.PassReport;
import io.github.vpsdns.ddns.track.Tracker;
import java.time.Duration;

/** Steps a loop until nothing is left to be done but to wait. Confined to one thread. */
final class Pass {
    /** How long a pass waits until sources may be asked again. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private static final Duration LAST_WORDS = Duration.ofMillis(300);

    private final AgentLoop loop;
    private final Mailbox mailbox;
    private final Workers workers;
    private final Timekeeper time;
    private final OnePass.Options options;

    Pass(AgentLoop loop, Mailbox mailbox, Workers workers, Timekeeper time, OnePass.Options options) {
        this.loop = loop;
        this.mailbox = mailbox;
        this.workers = workers;
        this.time = time;
        this.options = options;
    }

    PassReport run(PassLog log) {
        loop.begin();
        if (options.force()) {
            loop.force();
        }
        try {
            if (options.withdraw()) {
                loop.holdLanes();
                stepUntilRead();
                loop.withdraw();
            }
            stepUntilDone();
        } catch (InterruptedException e) {
            throw CancelledException.interrupted("bringing records up to date", e);
        } finally {
            loop.breakOff();
            workers.stop(LAST_WORDS);
            loop.end();
        }
        return log.report(loop, options.withdraw());
    }

    private void stepUntilRead() throws InterruptedException {
        Duration rest = loop.step();
        while (!areAddressesSettled()) {
            rest(rest);
            rest = loop.step();
        }
    }

    private void stepUntilDone() throws InterruptedException {
        Duration rest = loop.step();
        while (!areAddressesSettled() || !loop.isIdle() || loop.isVerifying()) {
            rest(rest);
            rest = loop.step();
        }
    }

    private boolean areAddressesSettled() {
        boolean settled = true;
        for (Tracker tracker : loop.trackers().all()) {
            settled &= isSettled(tracker);
        }
        return settled;
    }

    /** What cannot be confirmed in good time counts without; this makes the loop step once more. */
    private boolean isSettled(Tracker tracker) {
        boolean waits = tracker.isReading() || !tracker.wasRead() || tracker.isPending();
        if (!waits || tracker.isReading()) {
            return !waits;
        }
        if (tracker.dueNanos() - time.nanoTime() <= PATIENCE.toNanos()) {
            return false;
        }
        if (tracker.acceptUnconfirmed()) {
            loop.addressed(tracker);
            mailbox.post(() -> {});
        }
        return true;
    }

    /** Work under way takes real time; where there is none, nothing but the clock can bring news. */
    private void rest(Duration limit) throws InterruptedException {
        boolean underWay = !loop.isIdle()
                || loop.isVerifying()
                || loop.trackers().all().stream().anyMatch(Tracker::isReading);
        if (underWay) {
            mailbox.await(limit);
        } else {
            time.sleep(limit);
        }
    }
}
