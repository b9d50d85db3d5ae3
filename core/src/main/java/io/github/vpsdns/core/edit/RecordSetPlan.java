// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.edit;

import io.github.vpsdns.core.InvalidValueException;
import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.core.record.Opaque;
import io.github.vpsdns.core.record.RecordData;
import io.github.vpsdns.core.record.Ttl;
import io.github.vpsdns.core.zone.DnsRecord;
import io.github.vpsdns.core.zone.RecordDraft;
import io.github.vpsdns.core.zone.RecordPatch;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What it takes to make a record set equal to given values, with as few calls as can be.
 *
 * <p>Immutable and thread-safe. Making a plan calls nothing; {@link RecordEditor#plan} makes one of what is there.
 *
 * @param keep records that are right as they are
 * @param change records to be changed in place, to another value, TTL or both
 * @param create records to be made
 * @param delete records to be removed: values that are not wanted, and copies of those that are
 */
public record RecordSetPlan(
        List<DnsRecord> keep, List<Change> change, List<RecordDraft> create, List<DnsRecord> delete) {
    /**
     * A record to be changed in place.
     *
     * @param record the record as it is
     * @param patch what becomes different
     */
    public record Change(DnsRecord record, RecordPatch patch) {}

    /** Copies the lists. */
    public RecordSetPlan {
        keep = List.copyOf(keep);
        change = List.copyOf(change);
        create = List.copyOf(create);
        delete = List.copyOf(delete);
    }

    /**
     * Plans the way from what is there to what is wanted.
     *
     * <p>{@link Opaque} records are not part of the plan, they stay. All records of a set have one TTL (RFC 2181 section
     * 5.2): the given one, or else new and changed records get the lowest of those there, or the API's default.
     *
     * @param name where the set stands, the full name
     * @param existing the records there, all of one type
     * @param desired the values wanted, all of the same type; copies count once
     * @param ttl the TTL wanted, or {@code null} to leave the TTL of records that are kept
     * @return the plan
     * @throws InvalidValueException if a value wanted is {@link Opaque}
     */
    public static RecordSetPlan of(
            DomainName name,
            Collection<DnsRecord> existing,
            Collection<? extends RecordData> desired,
            @Nullable Ttl ttl) {
        return new RecordSetPlanner(name, ttl, Ttl.API_DEFAULT).plan(existing, desired);
    }

    /**
     * Returns how many writing calls the plan takes.
     *
     * @return the number, zero or more
     */
    public int calls() {
        return change.size() + create.size() + delete.size();
    }

    /** Whether it puts anything there: makes or changes records, not just removes them. */
    boolean puts() {
        return !change.isEmpty() || !create.isEmpty();
    }

    /**
     * Tells whether there is nothing to do.
     *
     * @return whether the set is right already
     */
    public boolean isEmpty() {
        return calls() == 0;
    }
}
