// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.edit;

import static java.util.Objects.requireNonNull;

import io.github.vpsdns.core.VpsDnsException;
import io.github.vpsdns.core.concurrent.Batch;
import io.github.vpsdns.core.concurrent.TaskOutcome;
import io.github.vpsdns.core.edit.internal.Reasons;
import io.github.vpsdns.core.edit.internal.RecordApi;
import io.github.vpsdns.core.edit.internal.ZoneRecords;
import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.core.record.RecordData;
import io.github.vpsdns.core.zone.DnsRecord;
import io.github.vpsdns.core.zone.RecordDraft;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;

/** Adds values: zones, then what is there (a listing a zone), then the missing ones; each step side by side. */
final class RecordAdder {
    private final RecordApi api;
    private final ZoneDirectory zones;
    private final Batch batch;

    RecordAdder(RecordApi api, ZoneDirectory zones, Batch batch) {
        this.api = api;
        this.zones = zones;
        this.batch = batch;
    }

    List<AddOutcome> addAll(Collection<RecordDraft> drafts) {
        Map<Value, Addition> additions = new LinkedHashMap<>();
        drafts.forEach(draft -> additions.computeIfAbsent(Value.of(draft), any -> new Addition(draft)));
        findZones(additions.values());
        List<AdditionGroup> groups = AdditionGroup.of(open(additions.values()));
        findRecords(groups);
        List<Addition> missing = open(additions.values());
        create(missing);
        lookForRefused(missing);

        Set<Value> told = new HashSet<>();
        List<AddOutcome> outcomes = new ArrayList<>();
        for (RecordDraft draft : drafts) {
            Value value = Value.of(draft);
            outcomes.add(requireNonNull(additions.get(value)).outcomeFor(draft, told.add(value)));
        }
        return List.copyOf(outcomes);
    }

    private void findZones(Collection<Addition> additions) {
        if (additions.isEmpty()) {
            return;
        }
        ZoneList list;
        try {
            list = zones.covering(
                    additions.stream().map(addition -> addition.draft().name()).toList());
        } catch (VpsDnsException e) {
            additions.forEach(addition -> addition.fail(e));
            return;
        }
        for (Addition addition : additions) {
            try {
                addition.in(list.require(addition.draft().name()));
            } catch (ZoneNotFoundException e) {
                addition.fail(e);
            }
        }
    }

    private void findRecords(List<AdditionGroup> groups) {
        List<TaskOutcome<ZoneRecords>> listings = list(groups);
        for (int i = 0; i < groups.size(); i++) {
            if (listings.get(i) instanceof TaskOutcome.Done<ZoneRecords> listed) {
                groups.get(i).compare(listed.value());
            } else {
                VpsDnsException reason = Reasons.of(
                        listings.get(i),
                        "listing the records of " + groups.get(i).zone().domain());
                groups.get(i).additions().forEach(addition -> addition.fail(reason));
            }
        }
    }

    private void create(List<Addition> additions) {
        List<TaskOutcome<DnsRecord>> created = batch.run(additions.stream()
                .<Callable<DnsRecord>>map(addition -> () -> api.create(addition.zone(), addition.toCreate()))
                .toList());
        for (int i = 0; i < additions.size(); i++) {
            Addition addition = additions.get(i);
            if (created.get(i) instanceof TaskOutcome.Done<DnsRecord> done) {
                addition.created(done.value());
            } else {
                RecordDraft draft = addition.draft();
                addition.fail(
                        Reasons.of(created.get(i), "adding " + draft.data().type() + " at " + draft.name()));
            }
        }
    }

    /** An API that refuses duplicates refuses a value that somebody else has added meanwhile; then it is there all the same. */
    private void lookForRefused(List<Addition> missing) {
        List<AdditionGroup> groups =
                AdditionGroup.of(missing.stream().filter(Addition::isRefused).toList());
        List<TaskOutcome<ZoneRecords>> listings = list(groups);
        for (int i = 0; i < groups.size(); i++) {
            if (listings.get(i) instanceof TaskOutcome.Done<ZoneRecords> listed) {
                groups.get(i).recognise(listed.value());
            }
        }
    }

    private List<TaskOutcome<ZoneRecords>> list(List<AdditionGroup> groups) {
        return batch.run(groups.stream()
                .<Callable<ZoneRecords>>map(group -> () -> group.list(api))
                .toList());
    }

    private static List<Addition> open(Collection<Addition> additions) {
        return additions.stream().filter(Addition::isOpen).toList();
    }

    /** What makes two drafts the same: not the TTL. */
    private record Value(DomainName name, RecordData data) {
        static Value of(RecordDraft draft) {
            return new Value(draft.name(), draft.data());
        }
    }
}
