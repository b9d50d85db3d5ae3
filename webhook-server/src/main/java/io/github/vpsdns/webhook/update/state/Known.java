// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.update.state;

import io.github.vpsdns.core.address.Family;
import io.github.vpsdns.core.edit.NameReading;
import io.github.vpsdns.core.edit.RecordSetPlan;
import io.github.vpsdns.core.record.A;
import io.github.vpsdns.core.record.Aaaa;
import io.github.vpsdns.core.record.RecordData;
import io.github.vpsdns.core.record.Ttl;
import io.github.vpsdns.core.zone.DnsRecord;
import io.github.vpsdns.core.zone.RecordId;
import io.github.vpsdns.webhook.store.HostKey;
import io.github.vpsdns.webhook.store.KnownSet;
import io.github.vpsdns.webhook.store.KnownSet.KnownRecord;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the API was seen to have of one set of records. Immutable.
 *
 * @param set the records, and when
 * @param nanos when, on the clock that never jumps
 * @param found all at the name, if it was listed
 */
public record Known(KnownSet set, long nanos, NameReading.@Nullable Found found) {
    /** How long a listing stands for what is there: to make and to remove records one has to have seen all of them just now. */
    private static final Duration FRESH = Duration.ofSeconds(10);

    /** What a listing showed that began then. */
    public static Known listed(NameReading.Found found, Family family, long nanos, Instant at) {
        return new Known(new KnownSet(records(found.records(family.recordType())), at), nanos, found);
    }

    /** What a write has left that was over then. */
    public static Known written(Collection<DnsRecord> records, long nanos, Instant at) {
        return new Known(new KnownSet(records(records), at), nanos, null);
    }

    /** What was kept; empty if it is from the future, where clocks were set. */
    public static Optional<Known> kept(@Nullable KnownSet set, long nowNanos, Instant now) {
        return set == null || set.checkedAt().isAfter(now)
                ? Optional.empty()
                : Optional.of(new Known(
                        set, nowNanos - Duration.between(set.checkedAt(), now).toNanos(), null));
    }

    private static List<KnownRecord> records(Collection<DnsRecord> records) {
        return records.stream().flatMap(record -> known(record).stream()).toList();
    }

    private static Optional<KnownRecord> known(DnsRecord record) {
        Ttl ttl = record.ttl();
        return address(record.data())
                .map(address -> new KnownRecord(record.id().value(), address, ttl == null ? -1 : ttl.seconds()));
    }

    private static Optional<InetAddress> address(RecordData data) {
        if (data instanceof A four) {
            return Optional.of(four.address());
        }
        return data instanceof Aaaa six ? Optional.of(six.address()) : Optional.empty();
    }

    /** What the records say. */
    public List<InetAddress> addresses() {
        return set.addresses();
    }

    /** Whether it was seen less than this long ago. */
    public boolean isWithin(Duration age, long nowNanos) {
        return nowNanos - nanos < age.toNanos();
    }

    /**
     * Whether it suffices to say what is to be written, without another listing. The address of the only record is changed by its
     * id, and the reply shows whether it was the right one.
     */
    public boolean suffices(List<InetAddress> goal, Duration age, long nowNanos, boolean listingCounts) {
        if (listingCounts && isListed(nowNanos)) {
            return true;
        }
        return isWithin(age, nowNanos)
                && (addresses().equals(goal) || (addresses().size() == 1 && goal.size() == 1));
    }

    /** Whether all at the name was listed a moment ago. */
    public boolean isListed(long nowNanos) {
        return found != null && isWithin(FRESH, nowNanos);
    }

    /**
     * Plans the write, if this {@linkplain #suffices suffices} for it.
     *
     * @throws io.github.vpsdns.core.edit.CnameConflictException if a CNAME is in the way
     */
    public RecordSetPlan plan(HostKey key, List<InetAddress> goal, Ttl ttlOfNew, long nowNanos) {
        List<RecordData> values = goal.stream().map(Family::data).toList();
        NameReading.Found all = found;
        if (all != null && isListed(nowNanos)) {
            return all.plan(key.family().recordType(), values, ttlOfNew);
        }
        return RecordSetPlan.of(
                key.host(),
                set.records().stream().map(record -> record(key, record)).toList(),
                values,
                null);
    }

    private static DnsRecord record(HostKey key, KnownRecord record) {
        Ttl ttl = record.ttl() < 1 ? null : Ttl.of((int) record.ttl());
        return new DnsRecord(
                new RecordId(record.id()), key.host().toString(), Family.data(record.address()), ttl, null);
    }
}
