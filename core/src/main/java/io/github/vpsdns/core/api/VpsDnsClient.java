// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.api;

import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.core.record.RecordType;
import io.github.vpsdns.core.zone.DnsRecord;
import io.github.vpsdns.core.zone.RecordDraft;
import io.github.vpsdns.core.zone.RecordId;
import io.github.vpsdns.core.zone.RecordPatch;
import io.github.vpsdns.core.zone.Zone;
import io.github.vpsdns.core.zone.ZoneDetail;
import io.github.vpsdns.core.zone.ZoneId;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The client (contract; being written). */
public final class VpsDnsClient implements AutoCloseable {
    VpsDnsClient() {}

    /** @return builder */
    public static VpsDnsClientBuilder builder() {
        return new VpsDnsClientBuilder();
    }

    /** GET /dns-zones/ @return lazily; close the stream */
    public Stream<Zone> zones() {
        throw new UnsupportedOperationException();
    }

    /** GET /dns-zones/?domain= @param domain exact @return the zone */
    public Optional<Zone> findZone(DomainName domain) {
        throw new UnsupportedOperationException();
    }

    /** @param id zone @return detail */
    public ZoneDetail zone(ZoneId id) {
        throw new UnsupportedOperationException();
    }

    /** @param domain name @return detail */
    public ZoneDetail createZone(DomainName domain) {
        throw new UnsupportedOperationException();
    }

    /** @param id zone */
    public void deleteZone(ZoneId id) {
        throw new UnsupportedOperationException();
    }

    /** GET /dns-zones/{id}/records/ @param zone zone @return lazily; close the stream */
    public Stream<DnsRecord> records(ZoneId zone) {
        throw new UnsupportedOperationException();
    }

    /** GET /dns-records/?zone=&amp;record_type= @param zone or null @param type or null @return lazily; close the stream */
    public Stream<DnsRecord> records(@Nullable ZoneId zone, @Nullable RecordType type) {
        throw new UnsupportedOperationException();
    }

    /** @param id record @return it */
    public DnsRecord record(RecordId id) {
        throw new UnsupportedOperationException();
    }

    /** @param zone where @param draft what @return the one record that then exists */
    public DnsRecord createRecord(Zone zone, RecordDraft draft) {
        throw new UnsupportedOperationException();
    }

    /** PUT @param zone where it belongs @param id record @param draft what it shall be @return as it is then */
    public DnsRecord replaceRecord(Zone zone, RecordId id, RecordDraft draft) {
        throw new UnsupportedOperationException();
    }

    /** PATCH @param id record @param patch change @return as it is then */
    public DnsRecord patchRecord(RecordId id, RecordPatch patch) {
        throw new UnsupportedOperationException();
    }

    /** @param id record */
    public void deleteRecord(RecordId id) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {}
}
