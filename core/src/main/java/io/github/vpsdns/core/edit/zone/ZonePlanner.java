// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.edit.zone;

import io.github.vpsdns.core.edit.RecordSetPlan;
import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.core.record.Opaque;
import io.github.vpsdns.core.record.RecordData;
import io.github.vpsdns.core.record.RecordType;
import io.github.vpsdns.core.zone.DnsRecord;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Plans a zone set by set. What must not be removed is put among the wanted values of its set, so that the set's plan does not
 * take it for free.
 */
final class ZonePlanner {
    private static final String CHALLENGE = "_acme-challenge";

    private final ZoneSnapshot snapshot;
    private final NameContents there;
    private final Prune prune;
    private final Predicate<DomainName> kept;
    private final List<ZoneStep> steps = new ArrayList<>();
    private final List<Standing> standing = new ArrayList<>();
    private final List<WantedSet> ignored = new ArrayList<>();
    private final Set<Place> planned = new HashSet<>();
    private final Room room;
    private int unchanged;

    private record Place(DomainName name, RecordType type) {}

    ZonePlanner(ZoneSnapshot snapshot, Prune prune, Predicate<DomainName> kept) {
        this.snapshot = snapshot;
        this.there = new NameContents(snapshot);
        this.prune = prune;
        this.kept = kept;
        this.room = new Room(snapshot.zone().domain());
    }

    ZonePlan plan(Collection<WantedSet> wanted) {
        wanted.stream()
                .sorted(Comparator.comparing(WantedSet::name)
                        .thenComparing(set -> set.type().name()))
                .forEach(this::plan);
        there.byName()
                .forEach((name, types) -> new TreeMap<>(byTypeName(types))
                        .values().stream()
                                .filter(records -> !planned.contains(
                                        new Place(name, records.get(0).data().type())))
                                .forEach(records -> unwanted(name, records)));
        room.requireForAll();
        return new ZonePlan(
                snapshot.zone(),
                snapshot.records().size(),
                unchanged,
                steps.stream().map(room::ordered).toList(),
                standing,
                ignored);
    }

    private static Map<String, List<DnsRecord>> byTypeName(Map<RecordType, List<DnsRecord>> types) {
        Map<String, List<DnsRecord>> named = new LinkedHashMap<>();
        types.forEach((type, records) -> named.put(type.name(), records));
        return named;
    }

    private void plan(WantedSet set) {
        List<DnsRecord> existing = there.at(set.name(), set.type());
        planned.add(new Place(set.name(), set.type()));
        if (isApexNs(set.name(), set.type()) || kept.test(set.name())) {
            leave(set, existing);
            return;
        }
        Set<RecordData> values = new LinkedHashSet<>(set.values());
        List<DnsRecord> free = new ArrayList<>();
        Set<RecordData> seen = new HashSet<>();
        for (DnsRecord record : existing) {
            boolean stays = !values.contains(record.data()) && staysIn(set.name(), record);
            // Further copies of a value are outside of the plan, where nothing is to be removed.
            if (record.data() instanceof Opaque || (prune == Prune.NOTHING && !seen.add(record.data()))) {
                continue;
            }
            free.add(record);
            if (stays) {
                values.add(record.data());
            }
        }
        RecordSetPlan plan = RecordSetPlan.of(set.name(), free, values, set.ttl());
        plan.change().forEach(change -> steps.add(new ZoneStep.Change(set.name(), change.record(), change.patch())));
        plan.create().forEach(draft -> steps.add(new ZoneStep.Create(draft)));
        plan.delete().forEach(record -> steps.add(new ZoneStep.Remove(set.name(), record, false)));
        unchanged += (int) plan.keep().stream()
                .filter(record -> set.values().contains(record.data()))
                .count();
        room.planned(set.name(), set.type(), plan);
    }

    private void leave(WantedSet set, List<DnsRecord> existing) {
        Set<RecordData> values =
                new HashSet<>(existing.stream().map(DnsRecord::data).toList());
        if (values.equals(new HashSet<>(set.values()))) {
            unchanged += set.values().size();
            return;
        }
        ignored.add(set);
        existing.stream()
                .filter(record -> !set.values().contains(record.data()))
                .forEach(record -> standing.add(new Standing(set.name(), record, reason(set.name(), record))));
    }

    /** Tells whether a record stays that is not wanted in its set, and notes why. */
    private boolean staysIn(DomainName name, DnsRecord record) {
        Standing.Reason reason = reason(name, record);
        boolean stays = prune == Prune.NOTHING || reason != Standing.Reason.NOT_PRUNED;
        if (stays) {
            standing.add(new Standing(name, record, reason));
        }
        return stays;
    }

    /** All the records of a set of which nothing is wanted. */
    private void unwanted(DomainName name, List<DnsRecord> records) {
        for (DnsRecord record : records) {
            Standing.Reason reason = reason(name, record);
            if (prune == Prune.WHOLE_ZONE && reason == Standing.Reason.NOT_PRUNED) {
                steps.add(new ZoneStep.Remove(name, record, false));
            } else {
                standing.add(new Standing(name, record, reason));
                room.stays(name, record);
            }
        }
    }

    private Standing.Reason reason(DomainName name, DnsRecord record) {
        RecordType type = record.data().type();
        if (record.data() instanceof Opaque) {
            return Standing.Reason.OPAQUE;
        }
        if (kept.test(name)) {
            return Standing.Reason.KEPT_NAME;
        }
        if (isApexNs(name, type)) {
            return Standing.Reason.APEX_NS;
        }
        return type.equals(RecordType.TXT) && name.labels().contains(CHALLENGE)
                ? Standing.Reason.CHALLENGE
                : Standing.Reason.NOT_PRUNED;
    }

    private boolean isApexNs(DomainName name, RecordType type) {
        return type.equals(RecordType.NS) && name.equals(snapshot.zone().domain());
    }
}
