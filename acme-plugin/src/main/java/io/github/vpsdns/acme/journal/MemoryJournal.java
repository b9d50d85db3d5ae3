// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.journal;

import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.core.time.Timekeeper;
import io.github.vpsdns.core.zone.RecordId;
import io.github.vpsdns.core.zone.ZoneId;
import java.util.List;
import java.util.UUID;

/** A journal in memory. Its monitor guards the ledger. */
final class MemoryJournal implements Journal {
    private final Timekeeper time;
    private final Ledger ledger = new Ledger();
    private boolean ended;

    MemoryJournal(Timekeeper time) {
        this.time = time;
    }

    @Override
    public synchronized Entry open(DomainName name, String value) {
        if (ended) {
            throw new IllegalStateException("the journal is closed");
        }
        Entry entry = new Entry(UUID.randomUUID().toString(), name, value, time.now(), null, null);
        ledger.apply(new JournalLine.Opened(entry));
        return entry;
    }

    @Override
    public synchronized void created(Entry entry, ZoneId zone, RecordId record) {
        ledger.apply(new JournalLine.Created(entry.id(), zone, record));
    }

    @Override
    public synchronized void closed(Entry entry) {
        ledger.apply(new JournalLine.Closed(entry.id()));
    }

    @Override
    public synchronized void abandoned(Entry entry) {
        ledger.abandon(entry.id());
    }

    @Override
    public synchronized List<Entry> leftovers() {
        return ledger.leftovers();
    }

    @Override
    public synchronized void close() {
        ended = true;
    }
}
