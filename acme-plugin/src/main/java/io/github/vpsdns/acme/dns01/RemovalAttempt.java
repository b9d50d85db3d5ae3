// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.dns01;

import io.github.vpsdns.acme.dns01.OwnValue.Presence;
import io.github.vpsdns.core.VpsDnsException;
import io.github.vpsdns.core.edit.RecordEditor;
import io.github.vpsdns.core.edit.RemoveOutcome;
import io.github.vpsdns.core.edit.ZoneNotFoundException;
import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.core.record.RecordType;
import io.github.vpsdns.core.zone.DnsRecord;
import io.github.vpsdns.core.zone.Zone;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One attempt to take values away: by id where the record is known, else by value after one listing for each zone. Goes on with
 * the rest when one fails. For one call of {@link #run}, by one thread.
 */
final class RemovalAttempt {
    private final RecordEditor editor;
    private final List<DnsRecord> records = new ArrayList<>();
    private final List<OwnValue> owners = new ArrayList<>();
    private final Map<OwnValue, VpsDnsException> left = new LinkedHashMap<>();
    private final List<OwnValue> unseen = new ArrayList<>();

    RemovalAttempt(RecordEditor editor) {
        this.editor = editor;
    }

    /** Tells whether a record that held the value was found, and is gone now. */
    boolean removed(OwnValue value) {
        return owners.contains(value) && !left.containsKey(value);
    }

    /** Returns those that may still be there, with the reason. */
    Map<OwnValue, VpsDnsException> run(Collection<OwnValue> values) {
        Map<Zone, List<OwnValue>> unknown = new LinkedHashMap<>();
        for (OwnValue value : values) {
            if (value.presence() instanceof Presence.InRecord known) {
                schedule(value, value.asRecord(known.id()));
            } else if (value.presence() instanceof Presence.Unknown) {
                zoneOf(value, unknown);
            }
        }
        unknown.values().forEach(this::look);
        removeScheduled();
        return left;
    }

    /** Returns those that may have been written, and are not in the zone. */
    List<OwnValue> unseen() {
        return unseen;
    }

    private void zoneOf(OwnValue value, Map<Zone, List<OwnValue>> byZone) {
        try {
            Zone zone = editor.zones().zoneOf(value.name());
            byZone.computeIfAbsent(zone, any -> new ArrayList<>()).add(value);
        } catch (ZoneNotFoundException e) {
            // Its zone is no longer in the account, and the value went with it: nothing is left.
            return;
        } catch (VpsDnsException e) {
            left.put(value, e);
        }
    }

    private void look(List<OwnValue> values) {
        try {
            Map<DomainName, List<DnsRecord>> found =
                    editor.find(values.stream().map(OwnValue::name).toList(), RecordType.TXT);
            for (OwnValue value : values) {
                List<DnsRecord> copies = found.getOrDefault(value.name(), List.of()).stream()
                        .filter(record -> record.data().equals(value.data()))
                        .toList();
                copies.forEach(copy -> schedule(value, copy));
                if (copies.isEmpty()) {
                    unseen.add(value);
                }
            }
        } catch (VpsDnsException e) {
            values.forEach(value -> left.put(value, e));
        }
    }

    private void schedule(OwnValue value, DnsRecord record) {
        owners.add(value);
        records.add(record);
    }

    private void removeScheduled() {
        if (records.isEmpty()) {
            return;
        }
        List<RemoveOutcome> outcomes = editor.removeAll(records);
        for (int i = 0; i < owners.size(); i++) {
            if (outcomes.get(i) instanceof RemoveOutcome.NotRemoved failed) {
                left.put(owners.get(i), failed.reason());
            }
        }
    }
}
