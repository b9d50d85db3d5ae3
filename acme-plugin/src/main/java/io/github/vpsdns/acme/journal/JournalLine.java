// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.journal;

import io.github.vpsdns.acme.journal.Journal.Entry;
import io.github.vpsdns.core.zone.RecordId;
import io.github.vpsdns.core.zone.ZoneId;

/** One line of a journal file: something that happened to one entry. */
sealed interface JournalLine {
    /** An entry was opened. */
    record Opened(Entry entry) implements JournalLine {}

    /** Its record was created. */
    record Created(String id, ZoneId zone, RecordId record) implements JournalLine {}

    /** It was struck out. */
    record Closed(String id) implements JournalLine {}
}
