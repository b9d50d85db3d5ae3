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
import io.github.vpsdns.core.zone.DnsRecord;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Takes own values away: by id where the record is known, else by value, and never anything else.
 *
 * <p>Goes on with the rest when one fails; an interrupt makes it report what is not done as left. Thread-safe.
 */
final class ValueRemover {
    private final RecordEditor editor;
    private final Journal journal;

    ValueRemover(RecordEditor editor, Journal journal) {
        this.editor = editor;
        this.journal = journal;
    }

    CleanupReport remove(Collection<OwnValue> values) {
        List<DomainName> gone = new ArrayList<>();
        List<Leftover> left = new ArrayList<>();
        List<OwnValue> known = new ArrayList<>();
        for (OwnValue value : values) {
            if (value.presence() instanceof Presence.InRecord) {
                known.add(value);
            } else if (value.presence() instanceof Presence.Absent) {
                journal.closed(value.entry());
            }
        }
        removeKnown(known, gone, left);
        for (OwnValue value : values) {
            if (value.presence() instanceof Presence.Unknown) {
                removeByValue(value, gone, left);
            }
        }
        return new CleanupReport(gone, left);
    }

    private void removeKnown(List<OwnValue> known, List<DomainName> gone, List<Leftover> left) {
        if (known.isEmpty()) {
            return;
        }
        List<DnsRecord> records = known.stream()
                .map(value -> value.asRecord(((Presence.InRecord) value.presence()).id()))
                .toList();
        try {
            List<RemoveOutcome> outcomes = editor.removeAll(records);
            for (int i = 0; i < known.size(); i++) {
                if (outcomes.get(i) instanceof RemoveOutcome.NotRemoved failed) {
                    left.add(leftover(known.get(i), failed.reason()));
                } else {
                    done(known.get(i), gone);
                }
            }
        } catch (VpsDnsException e) {
            known.forEach(value -> left.add(leftover(value, e)));
        }
    }

    private void removeByValue(OwnValue value, List<DomainName> gone, List<Leftover> left) {
        try {
            editor.remove(value.name(), value.data());
            done(value, gone);
        } catch (ZoneNotFoundException e) {
            // Its zone is no longer in the account, and the value went with it.
            done(value, gone);
        } catch (VpsDnsException e) {
            left.add(leftover(value, e));
        }
    }

    private void done(OwnValue value, List<DomainName> gone) {
        gone.add(value.name());
        journal.closed(value.entry());
    }

    /** A service may live for months: what it cannot remove now is left for its own next sweep, too. */
    private Leftover leftover(OwnValue value, VpsDnsException reason) {
        journal.abandoned(value.entry());
        return new Leftover(value.name(), value.entry().value(), String.valueOf(reason.getMessage()));
    }
}
