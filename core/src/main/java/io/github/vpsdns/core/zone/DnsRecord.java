// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.zone;

import io.github.vpsdns.core.InvalidValueException;
import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.core.record.RecordData;
import io.github.vpsdns.core.record.Ttl;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A record as the API has it.
 *
 * @param id its id
 * @param name where it stands, as the API wrote it: {@code "@"}, relative to the zone, or full; see {@link #fqdn}
 * @param data what it says
 * @param ttl how long it may be cached, or {@code null} if the API sent none or one out of range
 * @param createdAt when it was made, or {@code null} if the API said nothing that can be understood
 */
public record DnsRecord(
        RecordId id,
        String name,
        RecordData data,
        @Nullable Ttl ttl,
        @Nullable Instant createdAt) {
    /**
     * Returns where the record stands. The API takes {@code "@"}, relative and full names and does not say which of them it
     * sends, so a name that ends in the zone's is taken for full.
     *
     * @param zone the name of the zone the record belongs to
     * @return the full name; empty if what the API wrote is not a domain name
     */
    public Optional<DomainName> fqdn(DomainName zone) {
        if (name.isEmpty() || name.equals("@")) {
            return Optional.of(zone);
        }
        try {
            DomainName written = DomainName.of(name);
            return Optional.of(
                    written.isWithin(zone) || name.endsWith(".") ? written : zone.prepend(written.toString()));
        } catch (InvalidValueException e) {
            return Optional.empty();
        }
    }
}
