// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.store;

import io.github.vpsdns.webhook.store.HistoryBook.Change;
import java.net.InetAddress;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A row with what only the book itself has to know, and how each of the book's methods changes it. Immutable.
 *
 * @param key which set
 * @param sequence the number of the last wish, which outlives it
 * @param open what is to be done, or {@code null}
 * @param done what was done last, or {@code null}
 * @param known what the API was seen to have, or {@code null}
 * @param claim who works on it, or {@code null}
 */
record HostEntry(
        HostKey key,
        long sequence,
        @Nullable Wish open,
        @Nullable Wish done,
        @Nullable KnownSet known,
        @Nullable Claim claim) {
    /**
     * The right to work on a set.
     *
     * @param server which server has it
     * @param until when it ends unless it is given back
     */
    record Claim(String server, Instant until) {}

    static HostEntry unheard(HostKey key) {
        return new HostEntry(key, 0, null, null, null, null);
    }

    HostRow row() {
        return new HostRow(key, open, done, known);
    }

    HostEntry accept(List<InetAddress> addresses, String user, String client, Instant now) {
        Wish wish = new Wish(sequence + 1, addresses, user, client, now);
        return new HostEntry(key, wish.sequence(), wish, done, known, claim);
    }

    Optional<HostEntry> claim(String server, Instant now, Instant until) {
        boolean taken = claim != null && !claim.server.equals(server) && now.isBefore(claim.until);
        return taken ? Optional.empty() : Optional.of(with(open, done, known, new Claim(server, until)));
    }

    HostEntry release(String server) {
        return with(open, done, known, claim != null && claim.server.equals(server) ? null : claim);
    }

    HostEntry finished(String server, Wish wish, KnownSet now) {
        Wish last = done != null && done.sequence() > wish.sequence() ? done : wish;
        return with(without(wish), last, newer(now), claim).release(server);
    }

    /** What {@link #finished} adds to the history: nothing if the records said so before. */
    static Optional<Change> change(HostKey key, Wish wish, @Nullable List<InetAddress> before, Instant now) {
        return before != null && new HashSet<>(before).equals(new HashSet<>(wish.addresses()))
                ? Optional.empty()
                : Optional.of(new Change(key, now, wish.addresses(), wish.user(), wish.client()));
    }

    HostEntry giveUp(String server, Wish wish) {
        return with(without(wish), done, known, claim).release(server);
    }

    HostEntry seen(@Nullable KnownSet now) {
        if (now == null) {
            return with(open, done, null, claim);
        }
        return open != null ? this : with(null, done, newer(now), claim);
    }

    private @Nullable Wish without(Wish wish) {
        return open != null && open.sequence() > wish.sequence() ? open : null;
    }

    private KnownSet newer(KnownSet now) {
        return known != null && known.checkedAt().isAfter(now.checkedAt()) ? known : now;
    }

    private HostEntry with(
            @Nullable Wish newOpen, @Nullable Wish newDone, @Nullable KnownSet newKnown, @Nullable Claim newClaim) {
        return new HostEntry(key, sequence, newOpen, newDone, newKnown, newClaim);
    }
}
