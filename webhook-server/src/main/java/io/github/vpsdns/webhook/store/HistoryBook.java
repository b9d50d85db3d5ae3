// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.store;

import java.net.InetAddress;
import java.time.Instant;
import java.util.List;

/** What became of hosts. Blocks for as long as the database takes, and throws {@link StoreException}. Thread-safe. */
public interface HistoryBook {
    /**
     * A change that the API has accepted.
     *
     * @param key which set of records
     * @param at when
     * @param addresses what it says since then
     * @param user who wanted it
     * @param client from where, as text
     */
    record Change(HostKey key, Instant at, List<InetAddress> addresses, String user, String client) {}

    /**
     * Reads the last changes of a set.
     *
     * @param key which set
     * @param most how many at most
     * @return the changes, the newest first
     */
    List<Change> last(HostKey key, int most);

    /**
     * Forgets what is old: all but the newest changes of each set.
     *
     * @param keep how many to keep of each set
     */
    void prune(int keep);
}
