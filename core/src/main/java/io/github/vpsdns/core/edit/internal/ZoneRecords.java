// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.edit.internal;

import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.core.record.RecordType;
import io.github.vpsdns.core.zone.DnsRecord;
import io.github.vpsdns.core.zone.Zone;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The records at some names of a zone, as one listing showed them. Whatever else the zone holds is not kept. */
public final class ZoneRecords {
    private final Map<DomainName, List<DnsRecord>> byName = new HashMap<>();

    private ZoneRecords() {}

    /** Lists the zone's records once, which serves for any number of names and types. */
    public static ZoneRecords read(RecordApi api, Zone zone, Collection<DomainName> names) {
        Set<DomainName> wanted = Set.copyOf(names);
        ZoneRecords found = new ZoneRecords();
        api.records(
                zone,
                record ->
                        record.fqdn(zone.domain()).filter(wanted::contains).ifPresent(name -> found.add(name, record)));
        return found;
    }

    private void add(DomainName name, DnsRecord record) {
        byName.computeIfAbsent(name, any -> new ArrayList<>()).add(record);
    }

    public List<DnsRecord> at(DomainName name) {
        return byName.getOrDefault(name, List.of());
    }

    public List<DnsRecord> at(DomainName name, RecordType type) {
        return at(name).stream()
                .filter(record -> record.data().type().equals(type))
                .toList();
    }
}
