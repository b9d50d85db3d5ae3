// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.update;

import io.github.vpsdns.core.fault.FaultLog;
import io.github.vpsdns.core.time.Deadline;
import io.github.vpsdns.core.time.Timekeeper;
import io.github.vpsdns.webhook.update.work.Mailbox;
import io.github.vpsdns.webhook.update.work.Workers;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Steps the loop until it is told to end. Thread-safe; nobody interrupts its thread, which waits for nothing but its mailbox. */
final class UpdateThread {
    private static final Logger log = LoggerFactory.getLogger(UpdateThread.class);
    private static final FaultLog FAULTS = FaultLog.errors(UpdateThread.class);

    /** How long what is broken off may take to end. */
    private static final Duration LAST_WORDS = Duration.ofMillis(300);

    /** How long to rest after a mistake of ours, doubled for each further one in a row, so that it does not fill the log. */
    private static final Duration AFTER_MISTAKE = Duration.ofMillis(100);

    private static final int DOUBLINGS = 9;

    private enum Stage {
        NEW,
        OPEN,
        ENDED
    }

    private final UpdateLoop loop;
    private final Mailbox mailbox;
    private final Workers callers;
    private final Workers clerks;
    private final Thread thread;
    private final ExecutorService answers = Executors.newCachedThreadPool(work -> daemon(work, "vpsdns-update-answer"));
    private final Object stageLock = new Object();
    /** Changed under the lock, so that no letter is posted after the last was read. */
    private volatile Stage stage = Stage.NEW;

    private volatile boolean ending;
    private volatile Duration limit = Duration.ZERO;
    private int mistakes;

    UpdateThread(UpdateLoop loop, Mailbox mailbox, Workers callers, Workers clerks) {
        this.loop = loop;
        this.mailbox = mailbox;
        this.callers = callers;
        this.clerks = clerks;
        this.thread = daemon(this::run, "vpsdns-update");
    }

    private static Thread daemon(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }

    void start() {
        synchronized (stageLock) {
            if (stage != Stage.NEW) {
                throw new IllegalStateException("an updater is started once");
            }
            stage = Stage.OPEN;
        }
        thread.start();
    }

    boolean isOpen() {
        return stage == Stage.OPEN && !ending;
    }

    /** Leaves a letter, doing something before that; false if nobody would read it. */
    boolean post(Runnable letter, Runnable before) {
        synchronized (stageLock) {
            if (stage != Stage.OPEN) {
                return false;
            }
            before.run();
            mailbox.post(letter);
            return true;
        }
    }

    /** Answers a client, who may take its time. */
    void answer(Runnable word) {
        answers.execute(word);
    }

    /** Ends the thread, and waits for that. */
    void close(Duration most) {
        synchronized (stageLock) {
            if (stage == Stage.NEW) {
                stage = Stage.ENDED;
            }
        }
        limit = most;
        ending = true;
        mailbox.post(() -> {});
        try {
            thread.join(most.plusSeconds(2).toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (!ending) {
            rest(step());
        }
        loop.end();
        Deadline deadline = Deadline.after(limit, Timekeeper.system());
        Duration rest = step();
        while (loop.isBusy() && !deadline.expired()) {
            rest(deadline.cut(rest));
            rest = step();
        }
        callers.stop(LAST_WORDS);
        clerks.stop(LAST_WORDS);
        synchronized (stageLock) {
            stage = Stage.ENDED;
        }
        step();
        loop.close();
        answers.shutdown();
        try {
            if (!answers.awaitTermination(LAST_WORDS.toMillis(), TimeUnit.MILLISECONDS)) {
                log.debug("a client takes its time to be answered");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Duration step() {
        try {
            Duration rest = loop.step();
            mistakes = 0;
            return rest;
        } catch (RuntimeException | Error e) {
            FAULTS.tell("the updater made a mistake and goes on", e);
            return AFTER_MISTAKE.multipliedBy(1L << Math.min(mistakes++, DOUBLINGS));
        }
    }

    private void rest(Duration most) {
        try {
            mailbox.await(most);
        } catch (InterruptedException e) {
            log.debug("interrupted, which nobody should do", e);
            ending = true;
        }
    }
}
