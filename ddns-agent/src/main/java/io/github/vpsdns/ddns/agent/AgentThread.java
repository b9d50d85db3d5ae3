// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.ddns.agent;

import io.github.vpsdns.core.fault.FaultLog;
import io.github.vpsdns.core.time.Deadline;
import io.github.vpsdns.core.time.Timekeeper;
import io.github.vpsdns.ddns.lane.LaneKey;
import io.github.vpsdns.ddns.work.Mailbox;
import io.github.vpsdns.ddns.work.Workers;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Steps the loop until it is told to end. Nobody interrupts this thread: it never waits for anything but its mailbox. Ending breaks
 * off the work of others, keeps what is known, and is over within a second unless records are to be withdrawn before.
 */
final class AgentThread implements Runnable {
    private static final Logger log = LoggerFactory.getLogger(AgentThread.class);
    private static final FaultLog FAULTS = FaultLog.errors(AgentThread.class);

    /** How long work that was broken off may take to tell how far it came. */
    private static final Duration LAST_WORDS = Duration.ofMillis(300);

    /** How long to rest after a mistake of ours, doubled for each further one in a row, so that it does not fill the log. */
    private static final Duration AFTER_MISTAKE = Duration.ofSeconds(1);

    /** Up to about a minute. */
    private static final int DOUBLINGS = 6;

    static final Duration WITHDRAWAL = Duration.ofSeconds(18);

    private final AgentLoop loop;
    private final Mailbox mailbox;
    private final Workers workers;
    private volatile boolean ending;
    private volatile boolean withdraw;
    private int mistakes;

    AgentThread(AgentLoop loop, Mailbox mailbox, Workers workers) {
        this.loop = loop;
        this.mailbox = mailbox;
        this.workers = workers;
    }

    /** Asks it to end; may be called from any thread. */
    void end(boolean withdrawing) {
        withdraw = withdrawing;
        ending = true;
        mailbox.post(() -> {});
    }

    /** Tells whether it was asked to end. */
    boolean isEnding() {
        return ending;
    }

    @Override
    public void run() {
        loop.begin();
        while (!ending) {
            rest(step());
        }
        if (withdraw) {
            withdraw();
        }
        loop.breakOff();
        workers.stop(LAST_WORDS);
        loop.end();
    }

    private Duration step() {
        try {
            Duration rest = loop.step();
            mistakes = 0;
            return rest;
        } catch (RuntimeException e) {
            FAULTS.tell("the agent made a mistake and goes on", e);
            return AFTER_MISTAKE.multipliedBy(1L << Math.min(mistakes++, DOUBLINGS));
        }
    }

    private void rest(Duration limit) {
        try {
            mailbox.await(limit);
        } catch (InterruptedException e) {
            log.debug("interrupted, which nobody should do", e);
            ending = true;
        }
    }

    private void withdraw() {
        Deadline deadline = Deadline.after(WITHDRAWAL, Timekeeper.system());
        loop.withdraw();
        Duration rest = step();
        while (!deadline.expired() && (!loop.isIdle() || loop.canWithdrawWithin(deadline.remaining()))) {
            rest(deadline.cut(rest));
            rest = step();
        }
        List<LaneKey> left = loop.notWithdrawn();
        if (!left.isEmpty()) {
            log.warn("could not be withdrawn in time, and stay: {}", left);
        }
    }
}
