// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.edit;

import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.core.record.Cname;
import io.github.vpsdns.core.record.RecordData;
import io.github.vpsdns.core.record.RecordType;
import io.github.vpsdns.core.zone.Zone;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/** A CNAME stands alone: RFC 1034 section 3.6.2, RFC 2181 section 10.1. */
final class CnameRules {
    /** What DNSSEC puts beside a CNAME (RFC 4035 section 2.5). */
    private static final Set<RecordType> BESIDE =
            Set.of(RecordType.of("RRSIG"), RecordType.of("NSEC"), RecordType.of("KEY"));

    private CnameRules() {}

    /** Refuses a new value of a type at a name where the other data is known to stand. */
    static void requireRoom(Zone zone, DomainName name, RecordType type, Collection<RecordData> there) {
        if (type.equals(RecordType.CNAME)) {
            requireRoomForCname(zone, name, there);
        } else if (there.stream().anyMatch(data -> data.type().equals(RecordType.CNAME)) && !BESIDE.contains(type)) {
            throw new CnameConflictException(
                    name, "is a CNAME, beside which nothing else may stand; remove it before adding " + type);
        }
    }

    private static void requireRoomForCname(Zone zone, DomainName name, Collection<RecordData> there) {
        if (name.equals(zone.domain())) {
            throw new CnameConflictException(name, "is the apex of its zone, which cannot be a CNAME");
        }
        String inTheWay = there.stream()
                .filter(data -> !(data instanceof Cname) && !BESIDE.contains(data.type()))
                .map(data -> data.type().name())
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
        if (!inTheWay.isEmpty()) {
            throw new CnameConflictException(
                    name, "has records of type " + inTheWay + ", beside which no CNAME may stand; remove them first");
        }
    }

    /** Refuses a second CNAME at a name. */
    static void requireOnlyCname(DomainName name, RecordData cname, Collection<RecordData> there) {
        if (cname instanceof Cname && there.stream().anyMatch(data -> data instanceof Cname && !data.equals(cname))) {
            throw new CnameConflictException(
                    name, "is a CNAME for another name, and a name has only one; set it instead of adding a second");
        }
    }
}
