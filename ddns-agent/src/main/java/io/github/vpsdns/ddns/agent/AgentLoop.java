// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.ddns.agent;

import io.github.vpsdns.core.dns.AuthoritativeDns;
import io.github.vpsdns.core.loop.ApiCalls;
import io.github.vpsdns.core.loop.ClockWatch;
import io.github.vpsdns.core.loop.Mailbox;
import io.github.vpsdns.core.loop.Workers;
import io.github.vpsdns.core.pace.ApiAccess;
import io.github.vpsdns.core.time.Timekeeper;
import io.github.vpsdns.ddns.lane.Lane;
import io.github.vpsdns.ddns.lane.LaneKey;
import io.github.vpsdns.ddns.memory.MemoryFile;
import io.github.vpsdns.ddns.report.AgentEvent.ClockJumped;
import io.github.vpsdns.ddns.report.AgentStatus;
import io.github.vpsdns.ddns.settings.AgentSettings;
import io.github.vpsdns.ddns.track.Readings;
import io.github.vpsdns.ddns.track.Tracker;
import io.github.vpsdns.ddns.track.Trackers;
import io.github.vpsdns.ddns.work.Parts;
import io.github.vpsdns.ddns.work.Teller;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/**
 * The agent without its thread: each {@link #step} takes what came in, looks at what is due, begins it, and says how long nothing
 * else is due. All that it knows is owned by the one thread that steps; what may block is done by workers and comes back through the
 * mailbox.
 */
final class AgentLoop {
    /** The longest rest: often enough for those who watch that the loop goes round. */
    private static final Duration REST = Duration.ofSeconds(10);

    private final Mailbox mailbox;
    private final Timekeeper time;
    private final Teller teller;
    private final ClockWatch clock;
    private final Trackers trackers;
    private final LaneBook book;
    private final ApiCalls calls;
    private final Comparer comparer;
    private final LaneRunner runner;
    private final Verification verification;
    private final Keeper keeper;
    private final StatusBoard board;
    private AgentSettings settings;
    private boolean lanesWait;
    private boolean unshown = true;
    private boolean shownClosed;

    AgentLoop(
            Mailbox mailbox,
            Workers workers,
            Parts parts,
            Readings readings,
            ApiAccess access,
            Function<LaneBook, Verification> verifications,
            MemoryFile memory,
            AgentSettings settings,
            boolean dryRun) {
        this.mailbox = mailbox;
        this.time = parts.time();
        this.teller = parts.teller();
        this.settings = settings;
        clock = new ClockWatch(time);
        book = new LaneBook(parts);
        verification = verifications.apply(book);
        trackers = new Trackers(readings, workers, parts, settings, this::addressed);
        calls = new ApiCalls(access, workers, parts.time(), parts.random(), parts.teller(), settings.parallelCalls());
        Failures failures = new Failures(calls, parts);
        comparer = new Comparer(calls, book, failures, parts, settings);
        keeper = new Keeper(memory, parts, new Snapshot(trackers, book, comparer, calls.gate(), time), dryRun);
        Writer writer = new Writer(calls, failures, parts, dryRun, this::published);
        runner = new LaneRunner(book, calls, comparer, writer, failures, time, keeper::saveNow, settings);
        board = new StatusBoard(time.now());
        book.follow(settings, trackers);
    }

    /** Takes what is remembered; to be called once, before all else. */
    void begin() {
        keeper.load();
    }

    /** Does all that is to be done now; returns how long nothing will be, unless something comes in. */
    Duration step() {
        boolean news = runLetters();
        Duration jump = clock.jump();
        if (!jump.isZero()) {
            teller.tell(new ClockJumped(jump));
            lookAtEverything();
            news = true;
        }
        if (news) {
            keeper.touch();
        }
        calls.lookForCredentials();
        if (trackers.watch()) {
            calls.gate().tryNow(time.nanoTime());
        }
        news |= trackers.read();
        if (!lanesWait) {
            news |= runner.run();
        }
        keeper.keep(calls.running() == 0);
        show(news);
        return mailbox.isEmpty() ? rest() : Duration.ZERO;
    }

    /** While more comes in, and where nothing is new, it is enough to show that the loop goes round. */
    private void show(boolean news) {
        long now = time.nanoTime();
        boolean closed = calls.gate().isClosed(now);
        unshown |= news || closed != shownClosed;
        if (!unshown || !mailbox.isEmpty()) {
            board.alive(time.now());
            return;
        }
        unshown = false;
        shownClosed = closed;
        board.show(trackers, book, calls.gate(), comparer.lastCompared(), settings.drift(), now, time.now());
    }

    private boolean runLetters() {
        Runnable letter = mailbox.poll();
        boolean any = letter != null;
        while (letter != null) {
            letter.run();
            letter = mailbox.poll();
        }
        return any;
    }

    private Duration rest() {
        long now = time.nanoTime();
        long due = now + REST.toNanos();
        due = trackers.dueNanos(due);
        due = calls.dueNanos(due);
        due = runner.dueNanos(due);
        due = keeper.dueNanos(due, calls.running() == 0);
        return Duration.ofNanos(Math.max(0, due - now));
    }

    /** Reads all sources and compares all names with the API as soon as may be. */
    void lookAtEverything() {
        trackers.lookNow();
        compareAll();
        long now = time.nanoTime();
        calls.gate().tryNow(now);
        book.all().forEach(lane -> lane.setback().tryNow(now));
    }

    /** Compares all names with the API, whatever was wrong before. */
    void force() {
        compareAll();
        long now = time.nanoTime();
        calls.gate().reopen(now);
        book.all().forEach(lane -> lane.setback().tryNow(now));
    }

    private void compareAll() {
        book.all().forEach(Lane::expire);
    }

    /** Goes by other settings from now on. */
    void follow(AgentSettings other, AuthoritativeDns dns) {
        verification.follow(dns);
        settings = other;
        trackers.follow(other);
        book.follow(other, trackers);
        calls.limit(other.parallelCalls());
        calls.reopen();
        comparer.follow(other);
        runner.follow(other);
        keeper.touch();
    }

    /** Notes that other addresses count, or that they are certain again or no more. */
    void addressed(Tracker tracker) {
        book.addressed(tracker);
        keeper.touch();
        // A change of address may be a change of the way to the API as well.
        calls.gate().tryNow(time.nanoTime());
    }

    private void published(Lane lane) {
        keeper.touchUrgently();
        if (settings.verify()) {
            verification.verify(lane);
        }
    }

    /** Lets no lane begin anything until {@link #withdraw}. */
    void holdLanes() {
        lanesWait = true;
    }

    /** Turns the aim round: from now on all that is ours is to be removed. */
    void withdraw() {
        lanesWait = false;
        long now = time.nanoTime();
        book.all().forEach(lane -> {
            lane.withdraw();
            lane.setback().tryNow(now);
        });
        calls.gate().tryNow(now);
    }

    /** Whose records were to be removed and are not known to be. */
    List<LaneKey> notWithdrawn() {
        return book.all().stream()
                .filter(lane -> !lane.isWithdrawn())
                .map(Lane::key)
                .toList();
    }

    /** Whether something that is left to be removed may be tried in this time, once what is under way is over. */
    boolean canWithdrawWithin(Duration limit) {
        long latest = time.nanoTime() + limit.toNanos();
        return !calls.gate().isStopped()
                && calls.gate().untilNanos() - latest < 0
                && book.all().stream()
                        .anyMatch(lane -> !lane.isWithdrawn() && !lane.setback().holds(latest));
    }

    /** Keeps what is known and ends; calls under way are broken off before this, and what they tell is taken. */
    void end() {
        verification.close();
        runLetters();
        keeper.saveNow();
        unshown = true;
        show(true);
    }

    /** From now on calls that are broken off tell nothing of the API. */
    void breakOff() {
        calls.end();
    }

    /** Whether nothing is under way but readings of addresses, and nothing came in. */
    boolean isIdle() {
        return calls.running() == 0 && mailbox.isEmpty();
    }

    boolean isVerifying() {
        return verification.isBusy();
    }

    Trackers trackers() {
        return trackers;
    }

    LaneBook book() {
        return book;
    }

    ApiCalls calls() {
        return calls;
    }

    AgentStatus status() {
        return board.read();
    }
}
