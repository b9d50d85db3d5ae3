// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.edit;

import io.github.vpsdns.core.api.VpsDnsClient;
import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.core.record.RecordData;
import io.github.vpsdns.core.record.RecordType;
import io.github.vpsdns.core.record.Ttl;
import io.github.vpsdns.core.zone.DnsRecord;
import io.github.vpsdns.core.zone.RecordDraft;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The editor (contract; being written). */
public final class RecordEditor {
    /** @param client the API */
    public RecordEditor(VpsDnsClient client) {}

    /** @return the account's zones */
    public ZoneDirectory zones() {
        throw new UnsupportedOperationException();
    }

    /** @param name full name @param type type @return the records there (one listing) */
    public List<DnsRecord> find(DomainName name, RecordType type) {
        throw new UnsupportedOperationException();
    }

    /**
     * Makes sure that each value is there once: one listing a zone and type, then creates in parallel.
     *
     * @param drafts what shall be there
     * @return one outcome a draft, in order; never throws for a single draft's failure
     */
    public List<AddOutcome> addAll(Collection<RecordDraft> drafts) {
        throw new UnsupportedOperationException();
    }

    /** @param draft what shall be there @return what is there */
    public AddOutcome.Added add(RecordDraft draft) {
        throw new UnsupportedOperationException();
    }

    /**
     * Removes records by id, in parallel; absent counts as removed.
     *
     * @param records what shall go
     * @return one outcome a record
     */
    public List<RemoveOutcome> removeAll(Collection<DnsRecord> records) {
        throw new UnsupportedOperationException();
    }

    /** @param name full name @param data the value @return how many exact copies were removed */
    public int remove(DomainName name, RecordData data) {
        throw new UnsupportedOperationException();
    }

    /**
     * Makes the record set equal to the values with the fewest calls.
     *
     * @param name full name
     * @param type type
     * @param values the values
     * @param ttl TTL, or null to keep what is there (default of the API for new ones)
     * @return what was done
     */
    public SetOutcome set(
            DomainName name, RecordType type, Collection<? extends RecordData> values, @Nullable Ttl ttl) {
        throw new UnsupportedOperationException();
    }
}
