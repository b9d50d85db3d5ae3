// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.auth;

import io.github.vpsdns.core.time.Timekeeper;
import io.github.vpsdns.webhook.auth.Counts.Count;
import io.github.vpsdns.webhook.report.WebhookEvent;
import io.github.vpsdns.webhook.report.WebhookListener;
import io.github.vpsdns.webhook.report.WebhookStatus.Lockout;
import io.github.vpsdns.webhook.settings.Limits;
import io.github.vpsdns.webhook.store.FailureBook;
import io.github.vpsdns.webhook.store.FailureBook.Failures;
import io.github.vpsdns.webhook.store.StoreException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Counts failures, in memory for quick answers and in the book for good. What memory forgets for want of room is learned from the book
 * again at the next failure, and so is what other servers count in the same book.
 *
 * <p>Thread-safe. Reading waits for nobody, adding for the book.
 */
final class FailureLedger {
    /** Servers that share a book may have clocks that differ by so much. */
    private static final Duration SKEW = Duration.ofMinutes(1);

    private final FailureBook book;
    private final Timekeeper time;
    private final WebhookListener listener;
    private final String door;
    private final Counts accounts = new Counts(50_000);
    private final Counts addresses = new Counts(20_000);
    private final Counts nobodies = new Counts(5_000);
    private Instant nextPruning;

    /** Reads what the book has; the door's name begins all its subjects there. */
    FailureLedger(FailureBook book, Limits limits, Timekeeper time, WebhookListener listener, String door) {
        this.book = book;
        this.time = time;
        this.listener = listener;
        this.door = door;
        Instant now = time.now();
        nextPruning = now;
        for (Failures failures : book.since(now.minus(limits.lockout()))) {
            if (failures.subject().startsWith(door)) {
                Pot.parse(failures.subject().substring(door.length()))
                        .ifPresent(pot -> counts(pot).put(pot, new Count(failures.since(), failures.count())));
            }
        }
    }

    /** When the last of the pots that are full opens, or {@code null} if none is full. */
    @Nullable
    Instant lockedUntil(Collection<Pot> pots, Limits limits) {
        Instant last = null;
        for (Pot pot : pots) {
            Count count = counts(pot).get(pot);
            if (count != null && isFull(pot, count, limits)) {
                Instant until = count.since().plus(limits.lockout());
                last = last == null || until.isAfter(last) ? until : last;
            }
        }
        return last;
    }

    /**
     * Adds a failure to each pot.
     *
     * @return false if one was full already, and nothing was added
     * @throws StoreException if the book cannot be written; memory has counted it all the same, or guesses were free meanwhile
     */
    synchronized boolean add(Set<Pot> pots, Set<Pot> locking, Limits limits) {
        if (lockedUntil(locking, limits) != null) {
            return false;
        }
        for (Pot pot : pots) {
            put(pot, onceMore(counts(pot).get(pot), limits), limits);
        }
        for (Pot pot : pots) {
            write(pot, limits);
        }
        prune(limits);
        return true;
    }

    private Count onceMore(@Nullable Count before, Limits limits) {
        return before != null && isCurrent(before, limits)
                ? new Count(before.since(), before.failures() + 1)
                : new Count(time.now(), 1);
    }

    private void write(Pot pot, Limits limits) {
        String subject = door + pot.subject();
        Failures written = book.add(subject, time.now(), limits.lockout());
        if (pot instanceof Pot.OfNobody) {
            return;
        }
        if (isFromTheFuture(written.since())) {
            book.clear(subject);
            written = book.add(subject, time.now(), limits.lockout());
        }
        Count own = counts(pot).get(pot);
        Count all = new Count(written.since(), Math.max(written.count(), own == null ? 0 : own.failures()));
        if (isCurrent(all, limits)) {
            put(pot, all, limits);
        }
    }

    private void put(Pot pot, Count count, Limits limits) {
        Count before = counts(pot).put(pot, count);
        boolean was = before != null && isFull(pot, before, limits);
        if (!was && isFull(pot, count, limits) && !(pot instanceof Pot.OfNobody)) {
            listener.onEvent(new WebhookEvent.LockedOut(
                    door + pot.subject(), count.since().plus(limits.lockout())));
        }
    }

    private void prune(Limits limits) {
        Instant now = time.now();
        if (!now.isBefore(nextPruning) || nextPruning.isAfter(now.plus(limits.lockout()))) {
            nextPruning = now.plus(limits.lockout());
            book.prune(now.minus(limits.lockout()));
        }
    }

    /** Who is locked out now, whose lock ends first. */
    List<Lockout> lockouts(Limits limits) {
        return Stream.concat(accounts.all().entrySet().stream(), addresses.all().entrySet().stream())
                .filter(entry -> isFull(entry.getKey(), entry.getValue(), limits))
                .map(entry -> new Lockout(
                        door + entry.getKey().subject(),
                        entry.getValue().failures(),
                        entry.getValue().since().plus(limits.lockout())))
                .sorted(Comparator.comparing(Lockout::until).thenComparing(Lockout::subject))
                .toList();
    }

    /** How many counts are kept in memory. */
    int size() {
        return Stream.of(accounts, addresses, nobodies)
                .mapToInt(counts -> counts.all().size())
                .sum();
    }

    private boolean isFull(Pot pot, Count count, Limits limits) {
        int most = pot instanceof Pot.OfAddress ? limits.addressFailures() : limits.accountFailures();
        return count.failures() >= most && isCurrent(count, limits);
    }

    /** A window in the future is left over from a clock that was wrong, and locks nobody. */
    private boolean isCurrent(Count count, Limits limits) {
        return !isFromTheFuture(count.since())
                && time.now().isBefore(count.since().plus(limits.lockout()));
    }

    private boolean isFromTheFuture(Instant since) {
        return since.isAfter(time.now().plus(SKEW));
    }

    private Counts counts(Pot pot) {
        if (pot instanceof Pot.OfAccount) {
            return accounts;
        }
        return pot instanceof Pot.OfAddress ? addresses : nobodies;
    }
}
