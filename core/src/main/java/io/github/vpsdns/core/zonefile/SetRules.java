// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.zonefile;

import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.core.record.RecordData;
import io.github.vpsdns.core.record.RecordType;
import io.github.vpsdns.core.record.Ttl;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What holds between the records of a file: a value counts once, a set has one TTL (RFC 2181 section 5), a CNAME stands alone
 * (RFC 1034 section 3.6.2). Not thread-safe.
 */
final class SetRules {
    private record Value(DomainName name, RecordData data) {}

    private record SetKey(DomainName name, RecordType type) {}

    private final DomainName zone;
    private final Mistakes mistakes;
    private final List<Remark> remarks = new ArrayList<>();
    private final Set<Value> seen = new HashSet<>();
    private final Map<SetKey, ZoneFileRecord> first = new HashMap<>();
    private final Map<DomainName, ZoneFileRecord> cnames = new HashMap<>();
    private final Map<DomainName, ZoneFileRecord> others = new HashMap<>();

    SetRules(DomainName zone, Mistakes mistakes) {
        this.zone = zone;
        this.mistakes = mistakes;
    }

    List<Remark> remarks() {
        return remarks;
    }

    List<ZoneFileRecord> apply(List<ZoneFileRecord> records) {
        List<ZoneFileRecord> kept = new ArrayList<>();
        for (ZoneFileRecord record : records) {
            if (seen.add(new Value(record.name(), record.data()))) {
                requireRoom(record);
                kept.add(withTtlOfSet(record));
            } else {
                remarks.add(new Remark(
                        record.line(), "the same " + what(record) + " stands in the file before; it counts once"));
            }
        }
        return kept;
    }

    private ZoneFileRecord withTtlOfSet(ZoneFileRecord record) {
        ZoneFileRecord leader =
                first.computeIfAbsent(new SetKey(record.name(), record.data().type()), any -> record);
        @Nullable Ttl ttl = leader.ttl();
        if (ttl == null || ttl.equals(record.ttl())) {
            return ttl == null && record.ttl() != null
                    ? new ZoneFileRecord(record.line(), record.name(), null, record.data())
                    : record;
        }
        remarks.add(new Remark(
                record.line(),
                what(record) + " has a TTL of " + record.ttl() + "; the set's is " + ttl + ", from line "
                        + leader.line()));
        return new ZoneFileRecord(record.line(), record.name(), ttl, record.data());
    }

    private void requireRoom(ZoneFileRecord record) {
        boolean isCname = record.data().type().equals(RecordType.CNAME);
        if (isCname && record.name().equals(zone)) {
            mistakes.add(record.line(), "'" + zone + "' is the apex of the zone, which cannot be a CNAME");
        }
        @Nullable ZoneFileRecord cname = cnames.get(record.name());
        @Nullable ZoneFileRecord inTheWay = isCname && cname == null ? others.get(record.name()) : cname;
        if (inTheWay != null) {
            mistakes.add(
                    record.line(),
                    what(record) + " stands beside the " + inTheWay.data().type() + " of line " + inTheWay.line()
                            + "; a CNAME stands alone at its name");
        }
        (isCname ? cnames : others).putIfAbsent(record.name(), record);
    }

    private static String what(ZoneFileRecord record) {
        return record.data().type() + " of " + record.name();
    }
}
