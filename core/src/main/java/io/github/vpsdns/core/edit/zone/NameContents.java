// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.edit.zone;

import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.core.record.RecordType;
import io.github.vpsdns.core.zone.DnsRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A snapshot's records by name and type. Those whose name is no domain name are not in it: nothing wanted can meet them. */
final class NameContents {
    private final Map<DomainName, Map<RecordType, List<DnsRecord>>> byName = new TreeMap<>();

    NameContents(ZoneSnapshot snapshot) {
        for (DnsRecord record : snapshot.records()) {
            record.fqdn(snapshot.zone().domain())
                    .ifPresent(name -> byName.computeIfAbsent(name, any -> new HashMap<>())
                            .computeIfAbsent(record.data().type(), any -> new ArrayList<>())
                            .add(record));
        }
    }

    Map<DomainName, Map<RecordType, List<DnsRecord>>> byName() {
        return byName;
    }

    List<DnsRecord> at(DomainName name, RecordType type) {
        return byName.getOrDefault(name, Map.of()).getOrDefault(type, List.of());
    }
}
