// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.edit;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.github.vpsdns.core.edit.internal.RecordApi;
import io.github.vpsdns.core.edit.internal.ZoneRecords;
import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.core.record.RecordData;
import io.github.vpsdns.core.record.RecordType;
import io.github.vpsdns.core.record.Ttl;
import io.github.vpsdns.core.zone.DnsRecord;
import io.github.vpsdns.core.zone.Zone;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Additions to one zone, all of which one listing serves. */
record AdditionGroup(Zone zone, List<Addition> additions) {
    static List<AdditionGroup> of(Collection<Addition> additions) {
        Map<Zone, List<Addition>> byZone =
                additions.stream().collect(groupingBy(Addition::zone, LinkedHashMap::new, toList()));
        return byZone.entrySet().stream()
                .map(entry -> new AdditionGroup(entry.getKey(), entry.getValue()))
                .toList();
    }

    ZoneRecords list(RecordApi api) {
        return ZoneRecords.read(
                api,
                zone,
                additions.stream().map(addition -> addition.draft().name()).toList());
    }

    /** Finds what is there already, refuses what has no room, and leaves open what is to be made. */
    void compare(ZoneRecords listed) {
        Map<DomainName, List<Addition>> toCome = new HashMap<>();
        for (Addition addition : additions) {
            DomainName name = addition.draft().name();
            List<Addition> before = toCome.computeIfAbsent(name, any -> new ArrayList<>());
            compare(addition, listed.at(name), before);
            if (addition.isOpen()) {
                before.add(addition);
            }
        }
    }

    /** Finds what is there after all. */
    void recognise(ZoneRecords listed) {
        for (Addition addition : additions) {
            holder(addition, listed.at(addition.draft().name())).ifPresent(addition::there);
        }
    }

    private static Optional<DnsRecord> holder(Addition addition, List<DnsRecord> there) {
        return there.stream()
                .filter(record -> record.data().equals(addition.draft().data()))
                .findFirst();
    }

    private void compare(Addition addition, List<DnsRecord> there, List<Addition> toCome) {
        RecordData data = addition.draft().data();
        Optional<DnsRecord> holder = holder(addition, there);
        if (holder.isPresent()) {
            addition.there(holder.get());
            return;
        }
        List<RecordData> beside =
                new ArrayList<>(there.stream().map(DnsRecord::data).toList());
        toCome.forEach(other -> beside.add(other.draft().data()));
        try {
            CnameRules.requireRoom(zone, addition.draft().name(), data.type(), beside);
            CnameRules.requireOnlyCname(addition.draft().name(), data, beside);
        } catch (CnameConflictException e) {
            addition.fail(e);
            return;
        }
        ttlOfSet(data.type(), there, toCome).ifPresent(addition::takeTtl);
    }

    /** All records of a set have one TTL, so a new one takes that of the others (RFC 2181 section 5.2). */
    private static Optional<Ttl> ttlOfSet(RecordType type, List<DnsRecord> there, List<Addition> toCome) {
        return RecordSetPlanner.lowest(there.stream()
                        .filter(record -> record.data().type().equals(type))
                        .toList())
                .or(() -> toCome.stream()
                        .map(Addition::toCreate)
                        .filter(draft -> draft.data().type().equals(type))
                        .map(draft -> draft.ttl())
                        .findFirst());
    }
}
