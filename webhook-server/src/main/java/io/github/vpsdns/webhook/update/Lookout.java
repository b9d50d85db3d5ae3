// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.update;

import io.github.vpsdns.core.loop.Workers;
import io.github.vpsdns.core.time.Timekeeper;
import io.github.vpsdns.webhook.store.HostBook;
import io.github.vpsdns.webhook.store.HostKey;
import io.github.vpsdns.webhook.store.HostRow;
import io.github.vpsdns.webhook.store.KnownSet;
import io.github.vpsdns.webhook.update.state.Known;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads in the book what an earlier life has left and, if the book is shared, what other servers do: all of it now and then, and a
 * single row for each request, since an answer must not rest on what was so before. Owned by the loop's thread.
 */
final class Lookout {
    private static final Logger log = LoggerFactory.getLogger(Lookout.class);
    private static final Duration POLL = Duration.ofSeconds(5);
    private static final Duration AGAIN = Duration.ofSeconds(1);

    private final HostBook hosts;
    private final Workers workers;
    private final LaneBook book;
    private final Intake intake;
    private final Timekeeper time;
    private boolean loaded;
    private boolean looking;
    private @Nullable Long dueNanos;

    Lookout(HostBook hosts, Workers workers, LaneBook book, Intake intake, Timekeeper time) {
        this.hosts = hosts;
        this.workers = workers;
        this.book = book;
        this.intake = intake;
        this.time = time;
    }

    /** Reads everything, if that is due. */
    void look() {
        Long due = dueNanos;
        if (looking || (loaded && !hosts.isShared()) || (due != null && time.nanoTime() - due < 0)) {
            return;
        }
        looking = true;
        Map<HostKey, Integer> revisions = new HashMap<>();
        book.all().forEach(lane -> revisions.put(lane.key(), lane.revision()));
        workers.start("reading the book", hosts::rows, rows -> read(rows, revisions), failure -> {
            log.debug("the book could not be read: {}", failure.getMessage());
            lookAgain(AGAIN);
        });
    }

    private void lookAgain(Duration wait) {
        looking = false;
        dueNanos = time.nanoTime() + wait.toNanos();
    }

    private void read(List<HostRow> rows, Map<HostKey, Integer> revisions) {
        lookAgain(POLL);
        for (HostRow row : rows) {
            Lane lane = book.lane(row.key());
            if (Objects.equals(revisions.getOrDefault(row.key(), 0), lane.revision())) {
                adopt(lane, row);
            }
        }
        if (!loaded) {
            loaded = true;
            intake.open();
        }
    }

    /** Reads the row of a set that a client speaks of. */
    void peek(Lane lane) {
        List<Asker> served = lane.waiting().beginPeek();
        int revision = lane.revision();
        workers.start(
                "reading the row of " + lane.key(),
                () -> hosts.row(lane.key()),
                row -> peeked(lane, row, revision, served),
                failure -> {
                    lane.waiting().endPeek();
                    book.touch(lane);
                    served.forEach(Asker::answerLater);
                });
    }

    private void peeked(Lane lane, Optional<HostRow> row, int revision, List<Asker> served) {
        lane.waiting().endPeek();
        book.touch(lane);
        if (revision == lane.revision()) {
            row.ifPresent(theirs -> adopt(lane, theirs));
        }
        served.forEach(asker -> intake.decide(lane, asker));
    }

    private void adopt(Lane lane, HostRow row) {
        if (lane.isIdle() && !row.equals(lane.state().row())) {
            // Whoever noted an open wish may have begun with it, so that nothing is certain before another look.
            Optional<Known> kept =
                    row.open() == null ? Known.kept(row.known(), time.nanoTime(), time.now()) : Optional.empty();
            lane.adopt(row, kept.orElse(null));
            book.touch(lane);
        }
    }

    /** Notes what a listing showed, so that another life and other servers need none. */
    void seen(Map<HostKey, KnownSet> sets) {
        if (sets.isEmpty()) {
            return;
        }
        workers.start(
                "noting what was seen",
                () -> {
                    sets.forEach(hosts::seen);
                    return sets.size();
                },
                count -> log.debug("noted what was seen of {} sets", count),
                failure -> log.debug("what was seen could not be noted: {}", failure.getMessage()));
    }

    /** When the book is to be read again. */
    long dueNanos(long latest) {
        Long due = dueNanos;
        return due != null && !looking && (!loaded || hosts.isShared()) && due - latest < 0 ? due : latest;
    }
}
