// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.store;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The sets of records that clients have spoken of. What a method has returned from is on disk. Each blocks for as long as the disk or the database
 * server takes, and throws {@link StoreException} if it cannot be had; nothing is changed then. Thread-safe.
 */
public interface HostBook {
    /**
     * Tells whether other servers write to the same database, so that what one has read may be old.
     *
     * @return whether rows have to be read again before they are relied on
     */
    boolean isShared();

    /**
     * Reads everything.
     *
     * @return all rows; immutable
     */
    List<HostRow> rows();

    /**
     * Reads one row.
     *
     * @param key which set
     * @return the row, or empty if nobody has spoken of it
     */
    Optional<HostRow> row(HostKey key);

    /**
     * Notes a wish, in place of one that is still open.
     *
     * @param key which set
     * @param addresses what it shall say
     * @param user who wants it
     * @param client from where
     * @return the wish with its number
     */
    Wish accept(HostKey key, List<InetAddress> addresses, String user, InetAddress client);

    /**
     * Takes a set for this server alone, which may work on it until the lease ends or it is released. Who has it already may take it again,
     * for a new lease. Where the lease of another server has ended that never gave the set back, nothing is known of it any more.
     *
     * @param key which set
     * @param lease for how long
     * @return the row as it is now, or empty if another server has the set
     */
    Optional<HostRow> claim(HostKey key, Duration lease);

    /**
     * Notes that the API has accepted a wish, and releases the set. A newer wish stays open, and what was seen later stays known. Unless the
     * records said so before, the history has it from now on.
     *
     * @param key which set
     * @param wish what was done
     * @param before what the records said before, or {@code null} if that was not known
     * @param known what the API has now
     */
    void finished(HostKey key, Wish wish, @Nullable List<InetAddress> before, KnownSet known);

    /**
     * Gives a set back without having done anything.
     *
     * @param key which set
     */
    void release(HostKey key);

    /**
     * Drops a wish that cannot be done, unless there is a newer one, and releases the set.
     *
     * @param key which set
     * @param wish what is not to be tried any more
     */
    void giveUp(HostKey key, Wish wish);

    /**
     * Notes what the API was seen to have, unless it is known from a later time or a wish is open. To forget is always possible: it costs
     * a look at the zone, never a wrong answer.
     *
     * @param key which set
     * @param known what it has, or {@code null} if what was known is wrong
     */
    void seen(HostKey key, @Nullable KnownSet known);
}
