// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.broker;

import static java.util.stream.Collectors.groupingBy;

import io.github.vpsdns.core.time.Timekeeper;
import io.github.vpsdns.webhook.store.ChallengeBook;
import io.github.vpsdns.webhook.store.ChallengeBook.Value;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The notes of all values, with the rules of their lives. A new note ends soon, so that a value is not left behind by a process that is killed
 * before the API has answered; it gets its full time when the API has. What is taken back gets an end in the distant past.
 *
 * <p>Thread-safe: the lock keeps one thread from forgetting what another has just noted anew. Throws what the book throws.
 */
final class Notes {
    static final int MOST_AT_NAME = 20;
    static final int MOST_OF_OWNER = 200;

    /** Longer than the API client ever tries, so that no other server takes a value away that is still being written. */
    static final Duration UNCONFIRMED = Duration.ofMinutes(5);

    private static final Instant TAKEN_BACK = Instant.EPOCH;

    private final ChallengeBook book;
    private final Timekeeper time;
    private volatile int standing;

    Notes(ChallengeBook book, Timekeeper time) {
        this.book = book;
        this.time = time;
    }

    /**
     * What came of a note.
     *
     * @param refusal why there is none, or {@code null} if there is
     * @param fresh whether the owner had none before
     * @param first whether nobody had one before
     * @param gone what had to go for it, or {@code null} if nothing had to
     */
    record Noted(
            @Nullable String refusal,
            boolean fresh,
            boolean first,
            @Nullable TxtValue gone) {}

    /**
     * Notes a value that is about to be written.
     *
     * @param rolling whether the oldest of the owner's values at the name goes if there is no room
     */
    synchronized Noted note(Challenge challenge, boolean rolling) {
        TxtValue key = challenge.key();
        List<Value> rows = book.all();
        List<Value> ofOwner = rows.stream()
                .filter(row -> row.owner().equals(challenge.owner()))
                .toList();
        Optional<Value> before =
                ofOwner.stream().filter(row -> TxtValue.of(row).equals(key)).findFirst();
        boolean first = rows.stream().noneMatch(row -> TxtValue.of(row).equals(key));
        @Nullable Value goes = null;
        if (before.isEmpty()) {
            List<Value> atName = ofOwner.stream()
                    .filter(row -> row.name().equals(key.name()))
                    .filter(row -> !rolling || !row.expires().equals(TAKEN_BACK))
                    .toList();
            if (ofOwner.size() >= MOST_OF_OWNER) {
                return new Noted(
                        "there are " + MOST_OF_OWNER + " of your values already; clean some up", true, first, null);
            }
            if (atName.size() >= MOST_AT_NAME && !rolling) {
                return new Noted(
                        "there are " + MOST_AT_NAME + " of your values at '" + key.name() + "' already; clean some up",
                        true,
                        first,
                        null);
            }
            goes = atName.size() >= MOST_AT_NAME ? atName.get(0) : null;
        }
        Instant soon = time.now().plus(UNCONFIRMED);
        boolean fresh = before.filter(this::stands).isEmpty();
        book.put(challenge.until(
                before.map(Value::expires).filter(soon::isBefore).orElse(soon)));
        if (goes == null) {
            return new Noted(null, fresh, first, null);
        }
        book.put(Challenge.of(goes).until(TAKEN_BACK));
        return new Noted(null, fresh, first, TxtValue.of(goes));
    }

    /** Ends a note. Returns false if there is none. */
    synchronized boolean takeBack(Challenge challenge) {
        boolean known = find(challenge).isPresent();
        if (known) {
            book.put(challenge.until(TAKEN_BACK));
        }
        return known;
    }

    /** Notes a value that is in its zone and nobody's, unless it has been noted meanwhile. */
    synchronized void noteEnded(Challenge challenge) {
        if (find(challenge).isEmpty()) {
            book.put(challenge.until(TAKEN_BACK));
        }
    }

    /** Gives a value its full time, unless it was taken back meanwhile. */
    synchronized void confirm(Challenge challenge, Duration full) {
        if (find(challenge).filter(row -> !stands(row)).isEmpty()) {
            book.put(challenge.until(time.now().plus(full)));
        }
    }

    /** Forgets a value of which nothing was written. */
    synchronized void drop(Challenge challenge) {
        find(challenge).ifPresent(book::remove);
    }

    /**
     * What is left of a value's notes.
     *
     * @param ended the notes that had ended and are forgotten
     * @param others whether somebody's has not
     */
    record Forgotten(List<Value> ended, boolean others) {}

    /**
     * Forgets the notes of a value that have ended, unless it may still be in its zone and they are all there is of it.
     *
     * @param gone whether the API says that the value is not there
     */
    synchronized Forgotten forgetEnded(TxtValue key, boolean gone) {
        List<Value> rows =
                book.all().stream().filter(row -> TxtValue.of(row).equals(key)).toList();
        boolean others = rows.stream().anyMatch(this::stands);
        List<Value> ended =
                gone || others ? rows.stream().filter(row -> !stands(row)).toList() : List.of();
        ended.forEach(book::remove);
        return new Forgotten(ended, others);
    }

    Map<TxtValue, List<Value>> read() {
        List<Value> rows = book.all();
        standing = (int) rows.stream().filter(this::stands).count();
        return rows.stream().collect(groupingBy(TxtValue::of));
    }

    /** How many values stood when the notes were last read. */
    int standing() {
        return standing;
    }

    boolean stands(Value row) {
        return row.expires().isAfter(time.now());
    }

    static boolean isTakenBack(Value row) {
        return row.expires().equals(TAKEN_BACK);
    }

    private Optional<Value> find(Challenge challenge) {
        return book.of(challenge.key().name(), challenge.owner()).stream()
                .filter(row -> row.value().equals(challenge.key().value()))
                .findFirst();
    }
}
