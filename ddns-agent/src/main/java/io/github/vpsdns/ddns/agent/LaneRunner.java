// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.ddns.agent;

import io.github.vpsdns.core.edit.CnameConflictException;
import io.github.vpsdns.core.loop.ApiCalls;
import io.github.vpsdns.core.time.Timekeeper;
import io.github.vpsdns.ddns.lane.Lane;
import io.github.vpsdns.ddns.lane.Lane.Next;
import io.github.vpsdns.ddns.settings.AgentSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Asks each lane what it needs, and begins as much of it as may be under way. Owned by the loop's thread. */
final class LaneRunner {
    /** Who will be due so soon is compared along with those who are, so that one listing serves all. */
    private static final int NEARLY = 10;

    private final LaneBook book;
    private final ApiCalls calls;
    private final Comparer comparer;
    private final Writer writer;
    private final Failures failures;
    private final Timekeeper time;
    private final Runnable saveIntents;
    private AgentSettings settings;
    private boolean failed;

    LaneRunner(
            LaneBook book,
            ApiCalls calls,
            Comparer comparer,
            Writer writer,
            Failures failures,
            Timekeeper time,
            Runnable saveIntents,
            AgentSettings settings) {
        this.book = book;
        this.calls = calls;
        this.comparer = comparer;
        this.writer = writer;
        this.failures = failures;
        this.time = time;
        this.saveIntents = saveIntents;
        this.settings = settings;
    }

    void follow(AgentSettings other) {
        settings = other;
    }

    /** Begins what can be begun; whether there was anything to do. */
    boolean run() {
        if (!calls.admits()) {
            return false;
        }
        failed = false;
        List<Lane> compare = new ArrayList<>();
        List<Lane> write = new ArrayList<>();
        for (Lane lane : book.all()) {
            Next next = next(lane);
            if (next == Next.COMPARE) {
                compare.add(lane);
            } else if (next == Next.WRITE) {
                write.add(lane);
            }
        }
        if (!compare.isEmpty() && !comparer.isRunning()) {
            comparer.begin(withThoseNearlyDue(compare));
        }
        write(write);
        return failed || !compare.isEmpty() || !write.isEmpty();
    }

    private Next next(Lane lane) {
        try {
            return lane.next(time.nanoTime(), settings.interval(), settings.drift());
        } catch (CnameConflictException e) {
            failures.own(lane, e);
            failed = true;
            return Next.NOTHING;
        }
    }

    private List<Lane> withThoseNearlyDue(List<Lane> due) {
        List<Lane> all = new ArrayList<>(due);
        Set<Lane> known = new HashSet<>(due);
        Duration age = settings.interval().minus(settings.interval().dividedBy(NEARLY));
        long now = time.nanoTime();
        book.all().stream()
                .filter(lane -> !lane.isWriting() && lane.dueNanos(age, now + 1) - now <= 0)
                .filter(lane -> !known.contains(lane))
                .forEach(all::add);
        return all;
    }

    private void write(List<Lane> wanting) {
        if (wanting.isEmpty() || !calls.admits()) {
            return;
        }
        boolean news = false;
        for (Lane lane : wanting) {
            news |= !writer.isDryRun() && lane.intend();
        }
        if (news) {
            saveIntents.run();
        }
        // After a pause the one that goes first should be one that has not failed by itself.
        wanting.sort(Comparator.comparingInt(lane -> lane.setback().failures()));
        for (Lane lane : wanting) {
            if (calls.admits()) {
                lane.plan().ifPresent(plan -> writer.begin(lane, plan));
            }
        }
    }

    /** When a lane may be due, if nothing happens until then; what waits for others is not counted. */
    long dueNanos(long latest) {
        long now = time.nanoTime();
        long due = latest;
        for (Lane lane : book.all()) {
            long its = lane.dueNanos(settings.interval(), latest);
            if (its - now > 0 && its - due < 0) {
                due = its;
            }
        }
        return due;
    }
}
