// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.edit.zone;

import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.core.record.RecordType;
import io.github.vpsdns.core.zone.DnsRecord;
import io.github.vpsdns.core.zone.RecordDraft;
import io.github.vpsdns.core.zone.RecordPatch;

/** One writing call of a plan. Immutable and thread-safe. */
public sealed interface ZoneStep {
    /**
     * Returns where the record stands.
     *
     * @return the full name
     */
    DomainName name();

    /**
     * Returns the record's type.
     *
     * @return the type, before and after
     */
    RecordType type();

    /**
     * A record is made.
     *
     * @param draft the record
     */
    record Create(RecordDraft draft) implements ZoneStep {
        @Override
        public DomainName name() {
            return draft.name();
        }

        @Override
        public RecordType type() {
            return draft.data().type();
        }
    }

    /**
     * A record is changed in place.
     *
     * @param name where it stands
     * @param record the record as it is
     * @param patch what becomes different
     */
    record Change(DomainName name, DnsRecord record, RecordPatch patch) implements ZoneStep {
        @Override
        public RecordType type() {
            return record.data().type();
        }
    }

    /**
     * A record is removed.
     *
     * @param name where it stands
     * @param record the record as it is
     * @param first whether it must go before others can come: a CNAME and other data do not stand together
     */
    record Remove(DomainName name, DnsRecord record, boolean first) implements ZoneStep {
        @Override
        public RecordType type() {
            return record.data().type();
        }
    }
}
