// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.ddns.agent;

import io.github.vpsdns.core.pace.Gate;
import io.github.vpsdns.core.pace.Setback;
import io.github.vpsdns.core.time.Timekeeper;
import io.github.vpsdns.ddns.lane.Known;
import io.github.vpsdns.ddns.lane.Lane;
import io.github.vpsdns.ddns.memory.AddressKey;
import io.github.vpsdns.ddns.memory.CountingAddresses;
import io.github.vpsdns.ddns.memory.KnownRecord;
import io.github.vpsdns.ddns.memory.KnownSet;
import io.github.vpsdns.ddns.memory.Memory;
import io.github.vpsdns.ddns.memory.Pause;
import io.github.vpsdns.ddns.memory.RecordKey;
import io.github.vpsdns.ddns.track.Tracker;
import io.github.vpsdns.ddns.track.Trackers;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Between what the agent knows and what is kept of it. Owned by the loop's thread. */
final class Snapshot {
    private final Trackers trackers;
    private final LaneBook book;
    private final Comparer comparer;
    private final Gate gate;
    private final Timekeeper time;

    Snapshot(Trackers trackers, LaneBook book, Comparer comparer, Gate gate, Timekeeper time) {
        this.trackers = trackers;
        this.book = book;
        this.comparer = comparer;
        this.gate = gate;
        this.time = time;
    }

    void restore(Memory memory) {
        long nanos = time.nanoTime();
        Instant now = time.now();
        for (Tracker tracker : trackers.all()) {
            CountingAddresses counting = memory.addresses().get(key(tracker));
            if (counting != null) {
                tracker.remember(counting.addresses(), counting.since());
            }
        }
        boolean certain = true;
        Instant oldest = null;
        for (Lane lane : book.all()) {
            KnownSet set = memory.sets().get(key(lane));
            if (set != null) {
                restore(lane, set, nanos, now);
                Instant compared = set.compared();
                certain &= compared != null;
                oldest = compared == null || (oldest != null && oldest.isBefore(compared)) ? oldest : compared;
            }
            Pause retry = memory.retries().get(key(lane));
            if (retry != null) {
                lane.setback().remember(retry.reason(), retry.failures(), retry.until(), nanos, now);
            }
        }
        comparer.remember(certain ? oldest : null);
        Pause pause = memory.pause();
        if (pause != null) {
            gate.remember(pause.reason(), pause.failures(), pause.until(), nanos, now);
        }
    }

    private static void restore(Lane lane, KnownSet set, long nanos, Instant now) {
        List<InetAddress> ours = set.published();
        Instant compared = set.compared();
        if (compared == null) {
            lane.remember(null, null, ours, set.written());
            return;
        }
        Duration age = Duration.between(compared, now);
        Known known = new Known(set.at(lane.key().name()), null, nanos - age.toNanos(), compared);
        lane.remember(known, ours.isEmpty() ? null : ours, List.of(), set.written());
    }

    Memory take() {
        Map<RecordKey, KnownSet> sets = new HashMap<>();
        Map<RecordKey, Pause> retries = new HashMap<>();
        for (Lane lane : book.all()) {
            KnownSet set = set(lane);
            if (set != null) {
                sets.put(key(lane), set);
            }
            Setback setback = lane.setback();
            Pause retry = pause(setback.until(), setback.failures(), setback.problem());
            if (retry != null) {
                retries.put(key(lane), retry);
            }
        }
        Map<AddressKey, CountingAddresses> addresses = new HashMap<>();
        for (Tracker tracker : trackers.all()) {
            if (!tracker.counting().isEmpty()) {
                Instant since = Objects.requireNonNullElse(tracker.since(), time.now());
                addresses.put(key(tracker), new CountingAddresses(tracker.counting(), since));
            }
        }
        return new Memory(sets, addresses, pause(gate.until(), gate.failures(), gate.problem()), retries);
    }

    private static @Nullable KnownSet set(Lane lane) {
        Known known = lane.known();
        Set<InetAddress> ours = new LinkedHashSet<>(lane.intended());
        ours.addAll(Objects.requireNonNullElse(lane.published(), List.of()));
        boolean certain = known != null && lane.intended().isEmpty();
        if (known == null && ours.isEmpty()) {
            return null;
        }
        return new KnownSet(
                known == null ? List.of() : KnownRecord.of(known.records()),
                List.copyOf(ours),
                lane.changed(),
                known != null && certain ? known.compared() : null);
    }

    private static @Nullable Pause pause(@Nullable Instant until, int failures, @Nullable String reason) {
        return until == null || failures == 0 || reason == null
                ? null
                : new Pause(until, Math.min(failures, Pause.MOST_FAILURES), reason);
    }

    private static AddressKey key(Tracker tracker) {
        return AddressKey.of(tracker.key().rule(), tracker.key().family());
    }

    private static RecordKey key(Lane lane) {
        return new RecordKey(lane.key().name(), lane.key().family());
    }
}
