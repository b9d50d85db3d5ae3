// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.journal;

import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.core.zone.RecordId;
import io.github.vpsdns.core.zone.ZoneId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The journal (contract; being written). */
public interface Journal extends AutoCloseable {
    /** @param name name @param value value @return the entry, on disk */
    Entry open(DomainName name, String value);

    /** @param entry entry @param zone zone @param record record */
    void created(Entry entry, ZoneId zone, RecordId record);

    /** @param entry entry */
    void closed(Entry entry);

    /** @param entry entry */
    void abandoned(Entry entry);

    /** @return entries of processes that are gone */
    List<Entry> leftovers();

    @Override
    void close();

    /** @return memory only */
    static Journal none() {
        return new Journal() {
            @Override
            public Entry open(DomainName name, String value) {
                return new Entry("", name, value, Instant.EPOCH, null, null);
            }

            @Override
            public void created(Entry entry, ZoneId zone, RecordId record) {}

            @Override
            public void closed(Entry entry) {}

            @Override
            public void abandoned(Entry entry) {}

            @Override
            public List<Entry> leftovers() {
                return List.of();
            }

            @Override
            public void close() {}
        };
    }

    /** One value. */
    record Entry(
            String id,
            DomainName name,
            String value,
            Instant at,
            @Nullable ZoneId zone,
            @Nullable RecordId record) {}
}
