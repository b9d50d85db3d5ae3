// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.dns01;

import io.github.vpsdns.acme.journal.Journal;
import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.core.zone.RecordId;
import io.github.vpsdns.core.zone.ZoneId;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.IntSupplier;

/** A journal that looks at the zone whenever a value is noted. */
final class JournalProbe implements Journal {
    private final Journal journal = Journal.none();
    private final List<Integer> inZone = new CopyOnWriteArrayList<>();
    private final List<String> open = new CopyOnWriteArrayList<>();
    private final IntSupplier zone;

    JournalProbe(IntSupplier zone) {
        this.zone = zone;
    }

    List<Integer> inZoneWhenOpened() {
        return List.copyOf(inZone);
    }

    int stillOpen() {
        return open.size();
    }

    @Override
    public Entry open(DomainName name, String value) {
        inZone.add(zone.getAsInt());
        Entry entry = journal.open(name, value);
        open.add(entry.id());
        return entry;
    }

    @Override
    public void created(Entry entry, ZoneId in, RecordId record) {
        journal.created(entry, in, record);
    }

    @Override
    public void closed(Entry entry) {
        open.remove(entry.id());
        journal.closed(entry);
    }

    @Override
    public void abandoned(Entry entry) {
        journal.abandoned(entry);
    }

    @Override
    public List<Entry> leftovers() {
        return journal.leftovers();
    }

    @Override
    public void close() {
        journal.close();
    }
}
