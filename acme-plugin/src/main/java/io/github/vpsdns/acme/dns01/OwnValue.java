// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.dns01;

import io.github.vpsdns.acme.journal.Journal;
import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.core.record.Txt;
import io.github.vpsdns.core.zone.DnsRecord;
import io.github.vpsdns.core.zone.RecordId;

/**
 * A value of ours, and what is known of it at the API.
 *
 * @param entry its entry in the journal
 * @param presence what is known
 */
record OwnValue(Journal.Entry entry, Presence presence) {
    /** What is known of a value at the API. */
    sealed interface Presence {
        /** It was never written. */
        record Absent() implements Presence {}

        /** It may have been written. */
        record Unknown() implements Presence {}

        /** It is in a record. */
        record InRecord(RecordId id) implements Presence {}
    }

    /** What the journal of a process that is gone knows. */
    static OwnValue leftover(Journal.Entry entry) {
        RecordId record = entry.record();
        return new OwnValue(entry, record == null ? new Presence.Unknown() : new Presence.InRecord(record));
    }

    DomainName name() {
        return entry.name();
    }

    Txt data() {
        return new Txt(entry.value());
    }

    OwnValue with(Presence known) {
        return new OwnValue(entry, known);
    }

    /** The record as far as its removal needs it. */
    DnsRecord asRecord(RecordId id) {
        return new DnsRecord(id, name().absolute(), data(), null, null);
    }
}
