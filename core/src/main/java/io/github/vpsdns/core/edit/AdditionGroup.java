// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.edit;

import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.core.record.RecordData;
import io.github.vpsdns.core.record.RecordType;
import io.github.vpsdns.core.record.Ttl;
import io.github.vpsdns.core.zone.DnsRecord;
import io.github.vpsdns.core.zone.Zone;
import io.github.vpsdns.core.zone.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Additions that one listing serves: of one zone and type, or of a whole zone where a CNAME is among them. */
record AdditionGroup(Zone zone, @Nullable RecordType type, List<Addition> additions) {
    private record Key(ZoneId zone, @Nullable RecordType type) {}

    static List<AdditionGroup> of(Collection<Addition> additions) {
        // A CNAME's room depends on records of every type, so such a zone is listed whole, and then that serves for
        // all.
        Set<ZoneId> whole = additions.stream()
                .filter(addition -> addition.draft().data().type().equals(RecordType.CNAME))
                .map(addition -> addition.zone().id())
                .collect(Collectors.toSet());
        Map<Key, AdditionGroup> groups = new LinkedHashMap<>();
        for (Addition addition : additions) {
            ZoneId zone = addition.zone().id();
            @Nullable
            RecordType type =
                    whole.contains(zone) ? null : addition.draft().data().type();
            groups.computeIfAbsent(
                            new Key(zone, type), key -> new AdditionGroup(addition.zone(), type, new ArrayList<>()))
                    .additions()
                    .add(addition);
        }
        return List.copyOf(groups.values());
    }

    ZoneRecords list(RecordApi api) {
        return ZoneRecords.read(
                api,
                zone,
                type,
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
