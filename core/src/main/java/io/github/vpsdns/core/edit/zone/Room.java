// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.edit.zone;

import io.github.vpsdns.core.edit.RecordSetPlan;
import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.core.record.RecordType;
import io.github.vpsdns.core.zone.DnsRecord;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A CNAME stands alone at its name (RFC 1034 section 3.6.2): finds names where that would not be so, and removals that have to
 * come first so that it is. Not thread-safe.
 */
final class Room {
    /** What DNSSEC puts beside a CNAME (RFC 4035 section 2.5). */
    private static final Set<String> BESIDE = Set.of("RRSIG", "NSEC", "KEY");

    private final DomainName apex;
    private final Map<DomainName, Set<String>> coming = new TreeMap<>();
    private final Map<DomainName, Set<String>> staying = new TreeMap<>();
    private final Set<DomainName> twoCnames = new HashSet<>();

    Room(DomainName apex) {
        this.apex = apex;
    }

    void planned(DomainName name, RecordType type, RecordSetPlan plan) {
        if (!plan.create().isEmpty() || !plan.change().isEmpty()) {
            coming.computeIfAbsent(name, any -> new TreeSet<>()).add(type.name());
        }
        int after = plan.keep().size() + plan.change().size() + plan.create().size();
        if (after > 0) {
            staying.computeIfAbsent(name, any -> new TreeSet<>()).add(type.name());
        }
        if (type.equals(RecordType.CNAME) && after > 1 && !plan.create().isEmpty()) {
            twoCnames.add(name);
        }
    }

    void stays(DomainName name, DnsRecord record) {
        staying.computeIfAbsent(name, any -> new TreeSet<>())
                .add(record.data().type().name());
    }

    /** Only names that get something new are judged; what is there already is left as it is. */
    void requireForAll() {
        List<String> conflicts = new ArrayList<>();
        coming.forEach((name, types) -> {
            Set<String> beside = new TreeSet<>(staying.getOrDefault(name, Set.of()));
            beside.removeAll(BESIDE);
            if (types.contains("CNAME") && name.equals(apex)) {
                conflicts.add("'" + name + "' is the apex of the zone, which cannot be a CNAME");
            } else if (twoCnames.contains(name)) {
                conflicts.add("'" + name + "' is a CNAME for another name in the zone, and a name has only one");
            } else if (beside.contains("CNAME") && beside.size() > 1) {
                conflicts.add(words(name, types, beside));
            }
        });
        if (!conflicts.isEmpty()) {
            throw new ZoneConflictException(conflicts);
        }
    }

    private static String words(DomainName name, Set<String> types, Set<String> beside) {
        Set<String> old = new TreeSet<>(beside);
        old.removeAll(types);
        return old.isEmpty()
                ? "'" + name + "' is to be a CNAME and to have other records"
                : "'" + name + "' has " + String.join(", ", old) + " in the zone, beside which no "
                        + String.join(" or ", types) + " may stand";
    }

    /** A removal comes first where a CNAME makes room for other data, or other data for a CNAME. */
    ZoneStep ordered(ZoneStep step) {
        if (!(step instanceof ZoneStep.Remove remove)) {
            return step;
        }
        Set<String> types = coming.getOrDefault(remove.name(), Set.of());
        boolean isCname = remove.type().equals(RecordType.CNAME);
        boolean first = isCname ? types.stream().anyMatch(type -> !type.equals("CNAME")) : types.contains("CNAME");
        return new ZoneStep.Remove(remove.name(), remove.record(), first);
    }
}
