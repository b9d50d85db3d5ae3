// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.edit;

import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.core.record.Opaque;
import io.github.vpsdns.core.record.RecordData;
import io.github.vpsdns.core.record.Ttl;
import io.github.vpsdns.core.zone.DnsRecord;
import io.github.vpsdns.core.zone.RecordDraft;
import io.github.vpsdns.core.zone.RecordPatch;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Pairs records with values: first each value with a record that holds it already, then the values left over with the
 * records left over. So each call brings one more value or removes one more record, and with fewer calls one of either would
 * be left.
 */
final class RecordSetPlanner {
    private final DomainName name;
    private final @Nullable Ttl ttl;
    private final Ttl ttlOfNew;

    private final List<DnsRecord> keep = new ArrayList<>();
    private final List<RecordSetPlan.Change> change = new ArrayList<>();
    private final List<RecordDraft> create = new ArrayList<>();

    /** A TTL for all, or none to leave it; and the one to take where neither that nor what is there says one. */
    RecordSetPlanner(DomainName name, @Nullable Ttl ttl, Ttl ttlOfNew) {
        this.name = name;
        this.ttl = ttl;
        this.ttlOfNew = ttlOfNew;
    }

    RecordSetPlan plan(Collection<DnsRecord> existing, Collection<? extends RecordData> desired) {
        Optional<Ttl> wanted = Optional.ofNullable(ttl).or(() -> lowest(existing));
        Ttl target = wanted.orElse(ttlOfNew);
        Deque<DnsRecord> free = new ArrayDeque<>();
        existing.stream().filter(record -> !(record.data() instanceof Opaque)).forEach(free::add);

        Set<RecordData> missing = new LinkedHashSet<>();
        for (RecordData value : new LinkedHashSet<RecordData>(desired)) {
            Optional<DnsRecord> holder = holder(value, target, free);
            holder.ifPresent(free::remove);
            holder.ifPresentOrElse(this::keepOrRetime, () -> missing.add(value));
        }
        for (RecordData value : missing) {
            DnsRecord reused = free.poll();
            if (reused == null) {
                create.add(new RecordDraft(name, value, target));
            } else {
                // A TTL that the API does not tell is left as it is, unless one was asked for.
                @Nullable
                Ttl other = wanted.filter(one -> !one.equals(reused.ttl())).orElse(null);
                change.add(new RecordSetPlan.Change(reused, new RecordPatch(value, other)));
            }
        }
        return new RecordSetPlan(keep, change, create, List.copyOf(free));
    }

    /** Of several copies the one with the right TTL is kept, because it needs no call. */
    private static Optional<DnsRecord> holder(RecordData value, Ttl target, Collection<DnsRecord> among) {
        return among.stream()
                .filter(record -> record.data().equals(value))
                .min(Comparator.comparing(record -> !target.equals(record.ttl())));
    }

    private void keepOrRetime(DnsRecord record) {
        if (ttl == null || ttl.equals(record.ttl())) {
            keep.add(record);
        } else {
            // A change of MX and SRV always carries the priority: the API may demand it of any.
            boolean whole = record.data().priority().isPresent();
            change.add(new RecordSetPlan.Change(record, new RecordPatch(whole ? record.data() : null, ttl)));
        }
    }

    static Optional<Ttl> lowest(Collection<DnsRecord> records) {
        return records.stream().map(DnsRecord::ttl).filter(Objects::nonNull).min(Comparator.comparingInt(Ttl::seconds));
    }
}
