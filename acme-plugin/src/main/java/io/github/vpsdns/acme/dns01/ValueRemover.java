// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.dns01;

import io.github.vpsdns.acme.dns01.CleanupReport.Leftover;
import io.github.vpsdns.acme.dns01.OwnValue.Presence;
import io.github.vpsdns.acme.journal.Journal;
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
 * Takes own values away: by id where the record is known, else by value after one listing for each zone, and never anything
 * else.
 *
 * <p>Goes on with the rest when one fails; an interrupt makes it report what is not done as left. For one call of {@link
 * #remove}, by one thread.
 */
final class ValueRemover {
    private final RecordEditor editor;
    private final Journal journal;
    private final List<DnsRecord> records = new ArrayList<>();
    private final List<OwnValue> owners = new ArrayList<>();
    private final List<DomainName> gone = new ArrayList<>();
    private final List<Leftover> left = new ArrayList<>();

    ValueRemover(RecordEditor editor, Journal journal) {
        this.editor = editor;
        this.journal = journal;
    }

    CleanupReport remove(Collection<OwnValue> values) {
        Map<Zone, List<OwnValue>> unknown = new LinkedHashMap<>();
        for (OwnValue value : values) {
            if (value.presence() instanceof Presence.InRecord known) {
                schedule(value, value.asRecord(known.id()));
            } else if (value.presence() instanceof Presence.Absent) {
                journal.closed(value.entry());
            } else {
                zoneOf(value, unknown);
            }
        }
        unknown.values().forEach(this::look);
        removeScheduled();
        return new CleanupReport(gone, left);
    }

    private void zoneOf(OwnValue value, Map<Zone, List<OwnValue>> byZone) {
        try {
            Zone zone = editor.zones().zoneOf(value.name());
            byZone.computeIfAbsent(zone, any -> new ArrayList<>()).add(value);
        } catch (ZoneNotFoundException e) {
            // Its zone is no longer in the account, and the value went with it.
            done(value);
        } catch (VpsDnsException e) {
            leave(value, e);
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
                if (copies.isEmpty()) {
                    done(value);
                }
                copies.forEach(copy -> schedule(value, copy));
            }
        } catch (VpsDnsException e) {
            values.forEach(value -> leave(value, e));
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
        Map<OwnValue, RemoveOutcome> worst = new LinkedHashMap<>();
        List<RemoveOutcome> outcomes = editor.removeAll(records);
        for (int i = 0; i < owners.size(); i++) {
            RemoveOutcome outcome = outcomes.get(i);
            worst.merge(owners.get(i), outcome, (one, other) -> one instanceof RemoveOutcome.NotRemoved ? one : other);
        }
        worst.forEach((value, outcome) -> {
            if (outcome instanceof RemoveOutcome.NotRemoved failed) {
                leave(value, failed.reason());
            } else {
                done(value);
            }
        });
    }

    private void done(OwnValue value) {
        gone.add(value.name());
        journal.closed(value.entry());
    }

    /** A service may live for months: what it cannot remove now is left for its own next sweep, too. */
    private void leave(OwnValue value, VpsDnsException reason) {
        journal.abandoned(value.entry());
        left.add(new Leftover(value.name(), value.entry().value(), String.valueOf(reason.getMessage())));
    }
}
