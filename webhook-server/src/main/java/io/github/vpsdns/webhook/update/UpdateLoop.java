// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.update;

import io.github.vpsdns.core.loop.ApiCalls;
import io.github.vpsdns.core.loop.ClockWatch;
import io.github.vpsdns.core.loop.Mailbox;
import io.github.vpsdns.core.loop.Workers;
import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.core.pace.ApiAccess;
import io.github.vpsdns.core.pace.Gate;
import io.github.vpsdns.core.time.Timekeeper;
import io.github.vpsdns.webhook.report.WebhookStatus.ApiState;
import io.github.vpsdns.webhook.settings.Limits;
import io.github.vpsdns.webhook.settings.UpdateSettings;
import io.github.vpsdns.webhook.store.HostBook;
import io.github.vpsdns.webhook.store.HostKey;
import io.github.vpsdns.webhook.update.state.Board;
import io.github.vpsdns.webhook.update.state.ChangeBudgets;
import io.github.vpsdns.webhook.update.work.Parts;
import java.time.Duration;
import java.util.Collection;
import java.util.function.Predicate;

/**
 * The updater without its thread: each {@link #step} takes what came in, begins what can be begun, and says how long nothing else is due.
 * All that it knows is owned by the one thread that steps; what may block is done by workers and comes back through the mailbox.
 */
final class UpdateLoop {
    private static final Duration REST = Duration.ofSeconds(1);

    private final Mailbox mailbox;
    private final Timekeeper time;
    private final Board board;
    private final ClockWatch clock;
    private final LaneBook book;
    private final ApiCalls calls;
    private final ChangeBudgets budgets;
    private final Intake intake;
    private final Ledger ledger;
    private final Lookout lookout;
    private final Reader reader;
    private final LaneRunner runner;
    private UpdateSettings settings;

    /** Calls the API and writes into the book by workers of each kind. */
    UpdateLoop(
            Mailbox mailbox,
            Workers callers,
            Workers clerks,
            Parts parts,
            Board board,
            ApiAccess access,
            HostBook hosts,
            UpdateSettings settings,
            Limits limits) {
        this.mailbox = mailbox;
        this.time = parts.time();
        this.board = board;
        this.settings = settings;
        clock = new ClockWatch(time);
        book = new LaneBook(parts, board);
        calls = new ApiCalls(access, callers, parts.time(), parts.random(), parts.teller(), settings.parallel());
        budgets = new ChangeBudgets(limits.nameChanges());
        intake = new Intake(book, budgets, this::settings, hosts::isShared, time);
        ledger = new Ledger(hosts, clerks, book, time);
        lookout = new Lookout(hosts, clerks, book, intake, time);
        Failures failures = new Failures(calls, parts);
        reader = new Reader(calls, book, failures, intake, lookout, this::settings, parts);
        Writer writer = new Writer(calls, failures, this::settings, parts);
        runner = new LaneRunner(
                book, calls, ledger, lookout, reader, writer, failures, this::settings, hosts::isShared, time);
    }

    private UpdateSettings settings() {
        return settings;
    }

    /** Takes an order that was on its way about these sets. */
    void take(Order order, Collection<HostKey> keys) {
        try {
            intake.take(order);
        } finally {
            keys.forEach(key -> {
                book.show(key, settings.recheck());
                board.taken(key);
            });
        }
    }

    /** Goes by other settings from now on. */
    void follow(UpdateSettings other, Limits limits) {
        settings = other;
        calls.limit(other.parallel());
        budgets.follow(limits.nameChanges());
        // Those with which nothing was to be done may have to be looked at otherwise now.
        book.all().forEach(book::touch);
    }

    /** Restores these names only. */
    void serve(Predicate<DomainName> names) {
        reader.serve(names);
    }

    /** Does all that is to be done now; returns how long nothing will be, unless something comes in. */
    Duration step() {
        runLetters();
        if (!clock.jump().isZero()) {
            lookAtEverything();
        }
        calls.lookForCredentials();
        lookout.look();
        intake.expire();
        boolean begun = runner.run();
        book.settle(settings.recheck());
        Gate gate = calls.gate();
        board.show(new ApiState(gate.problem(), gate.until()));
        return begun || !mailbox.isEmpty() ? Duration.ZERO : rest();
    }

    private void runLetters() {
        Runnable letter = mailbox.poll();
        while (letter != null) {
            letter.run();
            letter = mailbox.poll();
        }
    }

    private Duration rest() {
        long now = time.nanoTime();
        long due = now + REST.toNanos();
        due = intake.dueNanos(due);
        due = calls.dueNanos(due);
        due = lookout.dueNanos(due);
        due = runner.dueNanos(due);
        return Duration.ofNanos(Math.max(0, due - now));
    }

    /** After sleep one knows neither how old anything is nor whether the way to the API is the same. */
    private void lookAtEverything() {
        long now = time.nanoTime();
        calls.gate().tryNow(now);
        for (Lane lane : book.all()) {
            lane.setback().tryNow(now);
            if (lane.isIdle()) {
                lane.doubt();
                book.touch(lane);
            }
        }
    }

    /** Begins no more calls and takes no more orders: what is under way is finished and told to the book, the rest stays there. */
    void end() {
        calls.end();
        intake.refuse();
        book.all().forEach(book::touch);
    }

    /** Answers all whose wishes are not done; to be called when no more work comes back. */
    void close() {
        intake.close();
    }

    /** Whether a write or a note is under way, or the book is still to be told of one. */
    boolean isBusy() {
        long now = time.nanoTime();
        return calls.running() > (reader.isRunning() ? 1 : 0)
                || !ledger.isIdle()
                || book.active().stream().anyMatch(lane -> lane.canEnter(now));
    }
}
