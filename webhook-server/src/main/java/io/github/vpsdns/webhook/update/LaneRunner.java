// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.update;

import io.github.vpsdns.core.VpsDnsException;
import io.github.vpsdns.core.fault.FaultLog;
import io.github.vpsdns.core.time.Timekeeper;
import io.github.vpsdns.webhook.settings.UpdateSettings;
import io.github.vpsdns.webhook.update.work.ApiCalls;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Asks each lane what it needs, and begins as much of it as may be under way. Owned by the loop's thread. */
final class LaneRunner {
    private static final FaultLog FAULTS = FaultLog.errors(LaneRunner.class);

    /** Who will be due so soon is compared along with those who are, so that one listing serves all. */
    private static final int NEARLY = 10;

    /** How many sets are claimed for each write that may be under way: enough to keep them busy, and no claim grows old. */
    private static final int CLAIMS = 8;

    /** How often all lanes are looked at for those that were not compared for long. */
    private static final Duration ROUND = Duration.ofSeconds(1);

    /** When the API is to be called again, if nobody knows. */
    private static final Duration FAR = Duration.ofHours(1);

    private final LaneBook book;
    private final ApiCalls calls;
    private final Ledger ledger;
    private final Lookout lookout;
    private final Reader reader;
    private final Writer writer;
    private final Failures failures;
    private final Supplier<UpdateSettings> settings;
    private final BooleanSupplier shared;
    private final Timekeeper time;
    private long roundNanos;

    LaneRunner(
            LaneBook book,
            ApiCalls calls,
            Ledger ledger,
            Lookout lookout,
            Reader reader,
            Writer writer,
            Failures failures,
            Supplier<UpdateSettings> settings,
            BooleanSupplier shared,
            Timekeeper time) {
        this.book = book;
        this.calls = calls;
        this.ledger = ledger;
        this.lookout = lookout;
        this.reader = reader;
        this.writer = writer;
        this.failures = failures;
        this.settings = settings;
        this.shared = shared;
        this.time = time;
        this.roundNanos = time.nanoTime();
    }

    /** Begins what can be begun; whether there was anything. */
    boolean run() {
        long now = time.nanoTime();
        UpdateSettings wanted = settings.get();
        LaneRules rules = new LaneRules(wanted.recheck(), shared.getAsBoolean(), calls.isClosed(), !wanted.dryRun());
        Set<Lane> read = new LinkedHashSet<>();
        List<Lane> write = new ArrayList<>();
        int claimed = (int) book.active().stream().filter(Lane::isClaimed).count();
        boolean begun = false;
        for (Lane lane : book.active()) {
            if (lane.wants().canNote()) {
                ledger.note(lane);
                begun = true;
            }
            if (lane.waiting().canPeek()) {
                lookout.peek(lane);
                begun = true;
            }
            switch (lane.next(rules, now)) {
                case READ -> read.add(lane);
                case WRITE -> write.add(lane);
                case CLAIM -> {
                    if (claimed < CLAIMS * wanted.parallel()) {
                        claimed++;
                        ledger.claim(lane);
                        begun = true;
                    }
                }
                case RELEASE -> {
                    lane.release();
                    begun = true;
                }
                case ENTER -> {
                    ledger.enter(lane);
                    begun = true;
                }
                case NOTHING -> answerWhoCannotWait(lane, now);
            }
        }
        read.addAll(due(wanted.recheck(), now));
        begun |= write(write);
        begun |= read(read);
        return begun;
    }

    /** Whoever would wait in vain is told at once. */
    private void answerWhoCannotWait(Lane lane, long now) {
        Long until = calls.gate().isStopped()
                ? Long.valueOf(now + FAR.toNanos())
                : calls.isClosed() ? Long.valueOf(calls.gate().untilNanos()) : null;
        if (lane.setback().holds(now)) {
            long held = lane.setback().untilNanos();
            until = until == null || held - until > 0 ? Long.valueOf(held) : until;
        }
        if (until != null) {
            lane.waiting().answerWhoCannotWait(until);
            Want open = lane.wants().open();
            if (open != null) {
                open.answerWhoCannotWait(until);
            }
        }
    }

    private boolean write(List<Lane> lanes) {
        boolean begun = false;
        // After a pause the one that goes first should be one that has not failed by itself.
        lanes.sort(Comparator.comparingInt(lane -> lane.setback().failures()));
        for (Lane lane : lanes) {
            if (calls.admits()) {
                begun = true;
                begin(lane);
            }
        }
        return begun;
    }

    private void begin(Lane lane) {
        try {
            writer.begin(lane);
        } catch (RuntimeException e) {
            // A mistake of ours with one set must not keep the others from being written.
            FAULTS.tell("writing " + lane.key() + " failed in a way that nobody thought of", e);
            lane.doubt();
            lane.release();
            failures.own(lane, new VpsDnsException("writing " + lane.key() + " failed: " + e, e));
        }
    }

    private boolean read(Set<Lane> lanes) {
        if (lanes.isEmpty() || reader.isRunning() || !calls.admits()) {
            return false;
        }
        reader.begin(lanes);
        return true;
    }

    /** Those that were not compared for long, and if there are any, those for which it is nearly time. */
    private List<Lane> due(Duration age, long now) {
        if (now - roundNanos < 0 || reader.isRunning() || !calls.admits()) {
            return List.of();
        }
        roundNanos = now + ROUND.toNanos();
        return book.all().stream().anyMatch(lane -> lane.isDue(age, now))
                ? book.all().stream()
                        .filter(lane -> lane.isDue(age.minus(age.dividedBy(NEARLY)), now))
                        .toList()
                : List.of();
    }

    /** When something may be to be done, if nothing happens until then. */
    long dueNanos(long latest) {
        long now = time.nanoTime();
        long due = latest;
        for (Lane lane : book.active()) {
            due = lane.dueNanos(now, due);
        }
        return due;
    }
}
