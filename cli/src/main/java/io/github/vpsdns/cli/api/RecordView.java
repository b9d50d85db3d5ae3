// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.api;

import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.core.record.Ttl;
import io.github.vpsdns.core.zone.DnsRecord;
import io.github.vpsdns.core.zone.Zone;
import java.time.Instant;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * A record as it is printed.
 *
 * @param id its id
 * @param zone its zone's name
 * @param name its full name; as the API wrote it if that is no domain name
 * @param type its type
 * @param ttl how many seconds it may be cached, or {@code null} if the API said nothing usable
 * @param priority the priority of MX and SRV, {@code null} for others
 * @param value its value in the API's form
 * @param createdAt when it was made, or {@code null} if that is not known
 */
public record RecordView(
        String id,
        String zone,
        String name,
        String type,
        @Nullable Integer ttl,
        @Nullable Integer priority,
        String value,
        @Nullable Instant createdAt) {
    /**
     * Takes what is printed.
     *
     * @param zone the record's zone
     * @param record the record
     * @return the view
     */
    public static RecordView of(Zone zone, DnsRecord record) {
        @Nullable Ttl ttl = record.ttl();
        OptionalInt priority = record.data().priority();
        return new RecordView(
                record.id().toString(),
                zone.domain().toString(),
                record.fqdn(zone.domain()).map(DomainName::toString).orElse(record.name()),
                record.data().type().name(),
                ttl == null ? null : ttl.seconds(),
                priority.isPresent() ? priority.getAsInt() : null,
                record.data().value(),
                record.createdAt());
    }
}
