// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.journal;

import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.core.time.Timekeeper;
import io.github.vpsdns.core.zone.RecordId;
import io.github.vpsdns.core.zone.ZoneId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The values this program is about to write, has written, and has not yet removed.
 *
 * <p>Implementations are thread-safe and work the same while the thread is interrupted.
 */
public interface Journal extends AutoCloseable {
    /**
     * Notes a value that will be written. Where the journal is on a disk, the note is there before this returns.
     *
     * @param name the full name of the record set
     * @param value the TXT value
     * @return the note, to be struck out by {@link #closed} or given up by {@link #abandoned}
     * @throws JournalException if it cannot be kept; then the value must not be written
     * @throws IllegalStateException if the journal is closed
     */
    Entry open(DomainName name, String value);

    /**
     * Adds where the value was written, which helps to remove it with fewer calls. A failure to keep this is only logged.
     *
     * @param entry what {@link #open} or {@link #leftovers} gave
     * @param zone the zone it was written to
     * @param record the record that holds it
     */
    void created(Entry entry, ZoneId zone, RecordId record);

    /**
     * Strikes out a value that was removed, or is known never to have been written. A failure to keep this is only logged: it
     * leads to one more removal of what is gone.
     *
     * @param entry what {@link #open} or {@link #leftovers} gave
     */
    void closed(Entry entry);

    /**
     * Gives up a value that could not be removed: from now on it is among the {@linkplain #leftovers leftovers}.
     *
     * @param entry what {@link #open} or {@link #leftovers} gave
     */
    void abandoned(Entry entry);

    /**
     * Returns what was left behind: the entries of processes that ended without removing their values, and those given up in
     * this one; never those that a living process works on.
     *
     * <p>The entries of ended processes are taken over by this one, so that no two sweep the same. They come again from the next
     * call until they are {@linkplain #closed closed}. What cannot be read is logged and left as it is.
     *
     * @return the entries, oldest first
     * @throws JournalException if the journal as a whole cannot be read
     */
    List<Entry> leftovers();

    /** Ends the journal; open entries become leftovers for others. A second time does nothing. */
    @Override
    void close();

    /**
     * Returns a journal that is forgotten with its process, for programs that have no disk to keep it on.
     *
     * @return a new, empty journal
     */
    static Journal none() {
        return new MemoryJournal(Timekeeper.system());
    }

    /**
     * One value in one record set.
     *
     * @param id tells the entry from all others
     * @param name the full name of the record set
     * @param value the TXT value
     * @param at when it was noted
     * @param zone the zone it was written to, or {@code null} if that is not known
     * @param record the record that holds it, or {@code null} if that is not known
     */
    record Entry(
            String id,
            DomainName name,
            String value,
            Instant at,
            @Nullable ZoneId zone,
            @Nullable RecordId record) {
        Entry in(ZoneId knownZone, RecordId knownRecord) {
            return new Entry(id, name, value, at, knownZone, knownRecord);
        }
    }
}
