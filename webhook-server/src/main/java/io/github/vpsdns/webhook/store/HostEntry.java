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
 * A row with what only the book itself has to know, and how each of the book's methods changes it: the same in every database. Immutable and
 * thread-safe.
 *
 * @param key which set
 * @param sequence the number of the last wish, which outlives it; 0 before the first
 * @param open what is to be done, or {@code null}
 * @param done what was done last, or {@code null}
 * @param known what the API was seen to have, or {@code null}
 * @param claim who works on it, or {@code null}
 */
public record HostEntry(
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
    public record Claim(String server, Instant until) {}

    /**
     * Returns the entry of a set that nobody has spoken of.
     *
     * @param key which set
     * @return an entry without anything
     */
    public static HostEntry unheard(HostKey key) {
        return new HostEntry(key, 0, null, null, null, null);
    }

    /**
     * Returns what others see of it.
     *
     * @return the row
     */
    public HostRow row() {
        return new HostRow(key, open, done, known);
    }

    /**
     * Notes a wish, see {@link HostBook#accept}.
     *
     * @param addresses what the set shall say
     * @param user who wants it
     * @param client from where, as text
     * @param now when
     * @return the entry with the wish open
     */
    public HostEntry accept(List<InetAddress> addresses, String user, String client, Instant now) {
        Wish wish = new Wish(sequence + 1, addresses, user, client, now);
        return new HostEntry(key, wish.sequence(), wish, done, known, claim);
    }

    /**
     * Takes the set for a server, see {@link HostBook#claim}; one that has it already may have it for longer.
     *
     * @param server which server
     * @param now when
     * @param until when the claim ends
     * @return the entry, or empty if another server has the set
     */
    public Optional<HostEntry> claim(String server, Instant now, Instant until) {
        boolean taken = claim != null && !claim.server.equals(server) && now.isBefore(claim.until);
        // A server that let its claim run out may have written, and told nobody what.
        boolean abandoned = claim != null && !claim.server.equals(server);
        return taken
                ? Optional.empty()
                : Optional.of(with(open, done, abandoned ? null : known, new Claim(server, until)));
    }

    /**
     * Ends the claim of a server; another's stands.
     *
     * @param server which server
     * @return the entry
     */
    public HostEntry release(String server) {
        return with(open, done, known, claim != null && claim.server.equals(server) ? null : claim);
    }

    /**
     * Notes what was done, see {@link HostBook#finished}. What was done or seen later stands.
     *
     * @param server which server did it
     * @param wish what was done
     * @param now what the API has
     * @return the entry
     */
    public HostEntry finished(String server, Wish wish, KnownSet now) {
        Wish last = done != null && done.sequence() > wish.sequence() ? done : wish;
        return with(without(wish), last, newer(now), claim).release(server);
    }

    /**
     * Tells what {@link HostBook#finished} adds to the history.
     *
     * @param key which set
     * @param wish what was done
     * @param before what the records said before, or {@code null} if that was not known
     * @param now when
     * @return the change, or empty if the records said so before, in whatever order
     */
    public static Optional<Change> change(HostKey key, Wish wish, @Nullable List<InetAddress> before, Instant now) {
        return before != null && new HashSet<>(before).equals(new HashSet<>(wish.addresses()))
                ? Optional.empty()
                : Optional.of(new Change(key, now, wish.addresses(), wish.user(), wish.client()));
    }

    /**
     * Drops a wish, see {@link HostBook#giveUp}.
     *
     * @param server which server gives up
     * @param wish what is not to be tried any more
     * @return the entry
     */
    public HostEntry giveUp(String server, Wish wish) {
        return with(without(wish), done, known, claim).release(server);
    }

    /**
     * Notes what was seen, see {@link HostBook#seen}.
     *
     * @param now what the API has, or {@code null} if what was known is wrong
     * @return the entry; unchanged if a set is seen that a wish is open for
     */
    public HostEntry seen(@Nullable KnownSet now) {
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
