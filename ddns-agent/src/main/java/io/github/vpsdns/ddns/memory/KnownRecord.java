// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.ddns.memory;

import io.github.vpsdns.core.address.Family;
import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.core.record.A;
import io.github.vpsdns.core.record.Aaaa;
import io.github.vpsdns.core.record.RecordData;
import io.github.vpsdns.core.record.Ttl;
import io.github.vpsdns.core.zone.DnsRecord;
import io.github.vpsdns.core.zone.RecordId;
import java.net.InetAddress;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An address record as the API last had it.
 *
 * @param id its id
 * @param address what it says
 * @param ttl its TTL, or {@code null} if the API told none
 */
public record KnownRecord(
        RecordId id, InetAddress address, @Nullable Ttl ttl) {
    /**
     * Takes from the API's records what is worth remembering.
     *
     * @param records records of any type
     * @return the address records among them, in their order; immutable
     */
    public static List<KnownRecord> of(Collection<DnsRecord> records) {
        return records.stream()
                .flatMap(record -> address(record.data()).stream()
                        .map(address -> new KnownRecord(record.id(), address, record.ttl())))
                .toList();
    }

    private static Optional<InetAddress> address(RecordData data) {
        if (data instanceof A four) {
            return Optional.of(four.address());
        }
        return data instanceof Aaaa six ? Optional.of(six.address()) : Optional.empty();
    }

    /**
     * Returns the record as a plan needs it.
     *
     * @param name where it stands, the full name
     * @return the record as it is remembered
     */
    public DnsRecord at(DomainName name) {
        return new DnsRecord(id, name.toString(), Family.data(address), ttl, null);
    }
}
