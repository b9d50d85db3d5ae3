// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.edit;

import io.github.vpsdns.core.CancelledException;
import io.github.vpsdns.core.edit.internal.RecordApi;
import io.github.vpsdns.core.error.NotFoundException;
import io.github.vpsdns.core.error.Problem;
import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.core.record.RecordData;
import io.github.vpsdns.core.record.Ttl;
import io.github.vpsdns.core.zone.DnsRecord;
import io.github.vpsdns.core.zone.RecordDraft;
import io.github.vpsdns.core.zone.RecordId;
import io.github.vpsdns.core.zone.RecordPatch;
import io.github.vpsdns.core.zone.Zone;
import io.github.vpsdns.core.zone.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The API in memory: keeps zones and records, a log of calls, and does on demand what the real one would rather not. */
final class FakeApi implements RecordApi {
    private record Fault(Predicate<String> call, Supplier<? extends RuntimeException> failure) {}

    private final Map<ZoneId, Zone> zones = Collections.synchronizedMap(new LinkedHashMap<>());
    private final Map<RecordId, Map.Entry<ZoneId, DnsRecord>> records =
            Collections.synchronizedMap(new LinkedHashMap<>());
    private final List<String> calls = Collections.synchronizedList(new ArrayList<>());
    private final List<Fault> faults = Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger ids = new AtomicInteger();
    private final AtomicInteger running = new AtomicInteger();
    private final AtomicInteger mostRunning = new AtomicInteger();
    private volatile Predicate<String> blocked = call -> false;
    private volatile CountDownLatch gate = new CountDownLatch(0);

    Zone zone(String domain) {
        Zone zone = new Zone(new ZoneId("zone-" + ids.incrementAndGet()), DomainName.of(domain), null, null);
        zones.put(zone.id(), zone);
        return zone;
    }

    void dropZone(Zone zone) {
        zones.remove(zone.id());
        records.values().removeIf(entry -> entry.getKey().equals(zone.id()));
    }

    /** Puts a record there as the API might keep it, its name in the form given. */
    DnsRecord put(Zone zone, String name, RecordData data, @Nullable Integer ttl) {
        RecordId id = new RecordId("rec-" + ids.incrementAndGet());
        DnsRecord record = new DnsRecord(id, name, data, ttl == null ? null : Ttl.of(ttl), null);
        records.put(id, Map.entry(zone.id(), record));
        return record;
    }

    void fail(Predicate<String> call, Supplier<? extends RuntimeException> failure) {
        faults.add(new Fault(call, failure));
    }

    void heal() {
        faults.clear();
    }

    /** Calls that match wait until {@link #release}, or end when their thread is interrupted. */
    void block(Predicate<String> call) {
        gate = new CountDownLatch(1);
        blocked = call;
    }

    void release() {
        blocked = call -> false;
        gate.countDown();
    }

    List<String> calls() {
        synchronized (calls) {
            return List.copyOf(calls);
        }
    }

    List<String> writes() {
        return calls().stream()
                .filter(call -> !call.startsWith("zones") && !call.startsWith("records"))
                .toList();
    }

    void forgetCalls() {
        calls.clear();
    }

    int mostRunning() {
        return mostRunning.get();
    }

    List<DnsRecord> records(Zone zone) {
        synchronized (records) {
            return records.values().stream()
                    .filter(entry -> entry.getKey().equals(zone.id()))
                    .map(Map.Entry::getValue)
                    .toList();
        }
    }

    static NotFoundException notFound(String operation) {
        return new NotFoundException(new Problem(operation, 404, null, null, "Not found.", null, ""));
    }

    @Override
    public List<Zone> zones() {
        return during("zones", () -> {
            synchronized (zones) {
                return List.copyOf(zones.values());
            }
        });
    }

    @Override
    public void records(Zone zone, Consumer<DnsRecord> reader) {
        during("records " + zone.domain(), () -> {
            requireZone(zone);
            records(zone).forEach(reader);
            return zone;
        });
    }

    @Override
    public DnsRecord create(Zone zone, RecordDraft draft) {
        return during("create " + draft.name() + " " + draft.data() + " " + draft.ttl(), () -> {
            requireZone(zone);
            return put(
                    zone,
                    draft.name().relativeTo(zone.domain()),
                    draft.data(),
                    draft.ttl().seconds());
        });
    }

    @Override
    public DnsRecord patch(RecordId id, RecordPatch patch) {
        return during("patch " + id, () -> {
            Map.Entry<ZoneId, DnsRecord> entry = records.get(id);
            if (entry == null) {
                throw notFound("patchRecord");
            }
            DnsRecord old = entry.getValue();
            DnsRecord changed = new DnsRecord(
                    id,
                    old.name(),
                    patch.data() == null ? old.data() : patch.data(),
                    patch.ttl() == null ? old.ttl() : patch.ttl(),
                    null);
            records.put(id, Map.entry(entry.getKey(), changed));
            return changed;
        });
    }

    @Override
    public void delete(RecordId id) {
        during("delete " + id, () -> {
            if (records.remove(id) == null) {
                throw notFound("deleteRecord");
            }
            return id;
        });
    }

    private void requireZone(Zone zone) {
        if (!zones.containsKey(zone.id())) {
            throw notFound("records");
        }
    }

    private <T> T during(String call, Supplier<T> work) {
        calls.add(call);
        mostRunning.accumulateAndGet(running.incrementAndGet(), Math::max);
        try {
            if (blocked.test(call)) {
                gate.await();
            }
            List.copyOf(faults).stream()
                    .filter(fault -> fault.call().test(call))
                    .findFirst()
                    .ifPresent(fault -> {
                        throw fault.failure().get();
                    });
            return work.get();
        } catch (InterruptedException e) {
            throw CancelledException.interrupted(call, e);
        } finally {
            running.decrementAndGet();
        }
    }
}
