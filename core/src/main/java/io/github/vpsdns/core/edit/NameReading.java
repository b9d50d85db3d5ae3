// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.edit;

import io.github.vpsdns.core.InvalidValueException;
import io.github.vpsdns.core.VpsDnsException;
import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.core.record.RecordData;
import io.github.vpsdns.core.record.RecordType;
import io.github.vpsdns.core.record.Ttl;
import io.github.vpsdns.core.zone.DnsRecord;
import io.github.vpsdns.core.zone.Zone;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What {@link RecordEditor#readAll} learned of one name. Immutable and thread-safe. */
public sealed interface NameReading {
    /**
     * Returns which name was read.
     *
     * @return the full name
     */
    DomainName name();

    /**
     * The name's zone was listed.
     *
     * @param name the full name
     * @param zone the zone that it is in
     * @param records all records at the name, of every type, in the API's order; none if there is nothing
     */
    record Found(DomainName name, Zone zone, List<DnsRecord> records) implements NameReading {
        /** Copies the list. */
        public Found {
            records = List.copyOf(records);
        }

        /**
         * Returns the records of one type.
         *
         * @param type any type
         * @return those at the name, in the API's order; immutable
         */
        public List<DnsRecord> records(RecordType type) {
            return records.stream()
                    .filter(record -> record.data().type().equals(type))
                    .toList();
        }

        /**
         * Plans to make the records of one type equal to the given values, as {@link RecordEditor#set} does; calls nothing.
         *
         * @param type the type, one that the API documents
         * @param values the values, all of that type; copies count once
         * @param ttlOfNew the TTL where there are no records of the type, or none whose TTL is known; a set that is there keeps
         *     its own
         * @return the plan, for {@link RecordEditor#apply}
         * @throws InvalidValueException if the type or a value cannot be written or they do not fit
         * @throws CnameConflictException if a CNAME is in the way, or is not possible there
         */
        public RecordSetPlan plan(RecordType type, Collection<? extends RecordData> values, Ttl ttlOfNew) {
            return plan(type, values, null, ttlOfNew);
        }

        RecordSetPlan plan(RecordType type, Collection<? extends RecordData> values, @Nullable Ttl ttl, Ttl ttlOfNew) {
            WritableValues.require(type, values);
            RecordSetPlan plan = new RecordSetPlanner(name, ttl, ttlOfNew).plan(records(type), values);
            if (plan.puts()) {
                CnameRules.requireRoom(
                        zone, name, type, records.stream().map(DnsRecord::data).toList());
            }
            return plan;
        }
    }

    /**
     * Nothing is known of the name now.
     *
     * @param name the full name
     * @param reason why: no zone covers it, a listing failed, or the thread was interrupted
     */
    record NotRead(DomainName name, VpsDnsException reason) implements NameReading {}
}
