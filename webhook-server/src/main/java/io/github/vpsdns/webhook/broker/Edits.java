// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.broker;

import io.github.vpsdns.core.VpsDnsException;
import io.github.vpsdns.core.edit.AddOutcome;
import io.github.vpsdns.core.edit.NameReading;
import io.github.vpsdns.core.edit.RecordEditor;
import io.github.vpsdns.core.edit.RemoveOutcome;
import io.github.vpsdns.core.edit.ZoneNotFoundException;
import io.github.vpsdns.core.error.NotFoundException;
import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.core.record.RecordType;
import io.github.vpsdns.core.record.Ttl;
import io.github.vpsdns.core.record.Txt;
import io.github.vpsdns.core.zone.DnsRecord;
import io.github.vpsdns.core.zone.RecordDraft;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes and removes values, many with the fewest calls. */
final class Edits {
    /**
     * What became of a value.
     *
     * @param failure why it is not known to be as it should, or {@code null} if it is
     * @param wrote whether that took a write
     */
    record Edit(@Nullable VpsDnsException failure, boolean wrote) {}

    private Edits() {}

    /** Makes sure that values are there: a listing a zone, a call for each that is missing. */
    static Map<TxtValue, Edit> add(RecordEditor editor, List<TxtValue> keys, Ttl ttl) {
        Map<TxtValue, Edit> edits = addOnce(editor, keys, ttl);
        List<TxtValue> zoneGone = edits.entrySet().stream()
                .filter(entry -> entry.getValue().failure() instanceof NotFoundException)
                .map(Map.Entry::getKey)
                .toList();
        if (!zoneGone.isEmpty()) {
            // The zone was made anew; the editor knows by now.
            edits.putAll(addOnce(editor, zoneGone, ttl));
        }
        return edits;
    }

    private static Map<TxtValue, Edit> addOnce(RecordEditor editor, List<TxtValue> keys, Ttl ttl) {
        List<AddOutcome> outcomes = editor.addAll(keys.stream()
                .map(key -> new RecordDraft(key.name(), new Txt(key.value()), ttl))
                .toList());
        Map<TxtValue, Edit> edits = new LinkedHashMap<>();
        for (int i = 0; i < keys.size(); i++) {
            edits.put(keys.get(i), edit(outcomes.get(i)));
        }
        return edits;
    }

    private static Edit edit(AddOutcome outcome) {
        return outcome instanceof AddOutcome.Added added
                ? new Edit(null, added.created())
                : new Edit(((AddOutcome.NotAdded) outcome).reason(), true);
    }

    /** Makes sure that values are not there: a listing a zone, a call for each record that holds one. */
    static Map<TxtValue, Edit> remove(RecordEditor editor, List<TxtValue> keys) {
        List<DomainName> names = keys.stream().map(TxtValue::name).toList();
        Map<DomainName, NameReading> readings = new HashMap<>(editor.readAll(names));
        List<DomainName> zoneGone = names.stream()
                .filter(name -> readings.get(name) instanceof NameReading.NotRead unread
                        && unread.reason() instanceof NotFoundException)
                .toList();
        if (!zoneGone.isEmpty()) {
            readings.putAll(editor.readAll(zoneGone));
        }
        Map<TxtValue, Edit> edits = new LinkedHashMap<>();
        Map<TxtValue, List<DnsRecord>> there = new LinkedHashMap<>();
        for (TxtValue key : keys) {
            if (readings.get(key.name()) instanceof NameReading.Found found) {
                there.put(key, holding(found, key));
            } else if (readings.get(key.name()) instanceof NameReading.NotRead unread) {
                edits.put(key, unread(unread.reason()));
            }
        }
        List<DnsRecord> records = there.values().stream().flatMap(List::stream).toList();
        Map<DnsRecord, RemoveOutcome> outcomes = new HashMap<>();
        List<RemoveOutcome> removed = editor.removeAll(records);
        for (int i = 0; i < records.size(); i++) {
            outcomes.put(records.get(i), removed.get(i));
        }
        there.forEach((key, copies) -> edits.put(key, removed(copies, outcomes)));
        return edits;
    }

    private static List<DnsRecord> holding(NameReading.Found found, TxtValue key) {
        Txt text = new Txt(key.value());
        return found.records(RecordType.TXT).stream()
                .filter(record -> record.data().equals(text))
                .toList();
    }

    /** A zone that the account has no more has taken its records along. */
    private static Edit unread(VpsDnsException reason) {
        return reason instanceof ZoneNotFoundException ? new Edit(null, false) : new Edit(reason, false);
    }

    private static Edit removed(List<DnsRecord> copies, Map<DnsRecord, RemoveOutcome> outcomes) {
        List<VpsDnsException> reasons = new ArrayList<>();
        for (DnsRecord copy : copies) {
            if (outcomes.get(copy) instanceof RemoveOutcome.NotRemoved failed) {
                reasons.add(failed.reason());
            }
        }
        return new Edit(reasons.isEmpty() ? null : reasons.get(0), !copies.isEmpty());
    }
}
