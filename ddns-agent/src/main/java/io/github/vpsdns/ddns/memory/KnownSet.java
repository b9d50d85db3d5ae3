// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.ddns.memory;

import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.core.zone.DnsRecord;
import java.net.InetAddress;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one record set.
 *
 * @param records the records as the API last had them; none if it had none
 * @param published the addresses that this agent last made true there, by writing or by finding them right: what is its own to
 *     remove, and what anything else is a drift from; none if it never did. Where it is not known whether a write was done, also
 *     those that it may have brought there
 * @param written when this agent last wrote there, or {@code null} if never
 * @param compared when the records were last known to be so, by a listing or by the replies to a write; {@code null} if that is not
 *     certain, because a write was about to be made: whether it was, only a listing tells
 */
public record KnownSet(
        List<KnownRecord> records,
        List<InetAddress> published,
        @Nullable Instant written,
        @Nullable Instant compared) {
    /** Copies the lists. */
    public KnownSet {
        records = List.copyOf(records);
        published = List.copyOf(published);
    }

    /**
     * Returns the records as a plan needs them, to move them without a listing.
     *
     * @param name where they stand, the full name
     * @return the records as they are remembered; immutable
     */
    public List<DnsRecord> at(DomainName name) {
        return records.stream().map(record -> record.at(name)).toList();
    }
}
