// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.ddns.lane;

import io.github.vpsdns.core.address.Family;
import io.github.vpsdns.core.edit.NameReading;
import io.github.vpsdns.core.edit.RecordSetPlan;
import io.github.vpsdns.core.record.A;
import io.github.vpsdns.core.record.Aaaa;
import io.github.vpsdns.core.record.RecordData;
import io.github.vpsdns.core.zone.DnsRecord;
import io.github.vpsdns.ddns.settings.RecordRule;
import java.net.InetAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the API has of a lane's records, as far as known.
 *
 * @param records the records of the set
 * @param reading all that a listing showed of the name, or {@code null} if only the set is remembered
 * @param comparedNanos when that was read, on the clock that never jumps
 * @param compared when that was read, by the time of day
 */
public record Known(
        List<DnsRecord> records, NameReading.@Nullable Found reading, long comparedNanos, Instant compared) {
    /** Copies the list. */
    public Known {
        records = List.copyOf(records);
    }

    static Known of(NameReading.Found reading, Family family, long nanos, Instant at) {
        List<DnsRecord> set = reading.records().stream()
                .filter(record -> record.data().type().equals(family.recordType()))
                .toList();
        return new Known(set, reading, nanos, at);
    }

    /** The same after a write, which showed the set and nothing else of the name. */
    Known with(List<DnsRecord> now) {
        NameReading.Found before = reading;
        if (before == null) {
            return new Known(now, null, comparedNanos, compared);
        }
        List<DnsRecord> all = new ArrayList<>(before.records());
        all.removeAll(records);
        all.addAll(now);
        return new Known(now, new NameReading.Found(before.name(), before.zone(), all), comparedNanos, compared);
    }

    /**
     * Returns the addresses that the records hold.
     *
     * @return in the API's order, copies included
     */
    public List<InetAddress> addresses() {
        return records.stream()
                .map(record -> address(record.data()))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<InetAddress> address(RecordData data) {
        if (data instanceof A four) {
            return Optional.of(four.address());
        }
        return data instanceof Aaaa six ? Optional.of(six.address()) : Optional.empty();
    }

    /** Whether the records are just these, each once. */
    boolean isJust(List<InetAddress> wanted) {
        List<InetAddress> there = addresses();
        return there.size() == wanted.size() && new HashSet<>(there).equals(new HashSet<>(wanted));
    }

    /**
     * Plans the way to other addresses; empty if the name must be listed first, because a set that is not there may be kept out
     * by a CNAME.
     */
    Optional<RecordSetPlan> plan(RecordRule rule, Family family, List<InetAddress> wanted) {
        List<RecordData> values = wanted.stream().map(Family::data).toList();
        NameReading.Found listed = reading;
        if (listed != null) {
            return Optional.of(listed.plan(family.recordType(), values, rule.ttl()));
        }
        return addresses().isEmpty()
                ? Optional.empty()
                : Optional.of(RecordSetPlan.of(rule.name(), records, values, null));
    }

    /** Plans the removal of these values alone. */
    RecordSetPlan removal(List<InetAddress> ours) {
        List<DnsRecord> keep = new ArrayList<>();
        List<DnsRecord> delete = new ArrayList<>();
        for (DnsRecord record : records) {
            boolean our = address(record.data()).filter(ours::contains).isPresent();
            (our ? delete : keep).add(record);
        }
        return new RecordSetPlan(keep, List.of(), List.of(), delete);
    }
}
