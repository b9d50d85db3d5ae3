// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.store;

import java.net.InetAddress;
import java.time.Instant;
import java.util.List;

/**
 * What the API was seen to have.
 *
 * @param records the set's records; none if there is none
 * @param checkedAt when it said so
 */
public record KnownSet(List<KnownRecord> records, Instant checkedAt) {
    /**
     * One record.
     *
     * @param id the API's id
     * @param address what it says
     * @param ttl its TTL in seconds, or -1 if the API gave none
     */
    public record KnownRecord(String id, InetAddress address, long ttl) {}

    /** Copies the list. */
    public KnownSet {
        records = List.copyOf(records);
    }

    /**
     * Returns what the records say.
     *
     * @return their addresses in order
     */
    public List<InetAddress> addresses() {
        return records.stream().map(KnownRecord::address).toList();
    }
}
