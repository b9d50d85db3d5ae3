// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.ddns.agent;

import io.github.vpsdns.core.VpsDnsException;
import io.github.vpsdns.core.address.Family;
import io.github.vpsdns.core.edit.AppliedPlan;
import io.github.vpsdns.core.edit.RecordSetPlan;
import io.github.vpsdns.core.loop.ApiCalls;
import io.github.vpsdns.core.time.Timekeeper;
import io.github.vpsdns.ddns.lane.Lane;
import io.github.vpsdns.ddns.lane.LaneKey;
import io.github.vpsdns.ddns.report.AgentEvent.RecordsPublished;
import io.github.vpsdns.ddns.report.AgentEvent.RecordsWithdrawn;
import io.github.vpsdns.ddns.report.AgentEvent.RecordsWouldChange;
import io.github.vpsdns.ddns.work.Parts;
import io.github.vpsdns.ddns.work.Teller;
import java.net.InetAddress;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes records right, one write at a time for each lane. Owned by the loop's thread. */
final class Writer {
    private final ApiCalls calls;
    private final Failures failures;
    private final Timekeeper time;
    private final Teller teller;
    private final boolean dryRun;
    private final Consumer<Lane> published;
    private final Map<LaneKey, RecordsWouldChange> told = new HashMap<>();

    Writer(ApiCalls calls, Failures failures, Parts parts, boolean dryRun, Consumer<Lane> published) {
        this.calls = calls;
        this.failures = failures;
        this.time = parts.time();
        this.teller = parts.teller();
        this.dryRun = dryRun;
        this.published = published;
    }

    boolean isDryRun() {
        return dryRun;
    }

    /** Begins the write that the lane wants; tells of it only, where nothing is to be written. */
    void begin(Lane lane, RecordSetPlan plan) {
        LaneKey key = lane.key();
        List<InetAddress> goal =
                lane.isWithdrawing() ? List.of() : Objects.requireNonNullElse(lane.wanted(), List.of());
        List<InetAddress> before = lane.addresses();
        if (dryRun) {
            RecordsWouldChange would = new RecordsWouldChange(key.name(), key.family(), before, goal);
            if (!would.equals(told.put(key, would))) {
                teller.tell(would);
            }
            return;
        }
        boolean withdrawal = lane.isWithdrawing();
        Long read = lane.changeReadNanos();
        lane.beginWrite();
        calls.start(
                "writing " + key,
                editor -> editor.apply(key.name(), plan),
                (applied, pass) -> {
                    calls.answered(true, pass);
                    if (lane.written(applied.records(), goal, time.now())) {
                        tell(lane, withdrawal, applied, before, goal, read);
                    } else {
                        failures.own(lane, notTaken(lane, goal));
                    }
                },
                (failure, pass) -> failures.write(lane, failure, pass));
    }

    private static VpsDnsException notTaken(Lane lane, List<InetAddress> goal) {
        return new VpsDnsException(
                "the API took " + texts(goal) + " for " + lane.key() + " and answered that it is "
                        + texts(lane.addresses()),
                null);
    }

    private static String texts(List<InetAddress> addresses) {
        return addresses.stream().map(Family::text).collect(Collectors.joining(" "));
    }

    private void tell(
            Lane lane,
            boolean withdrawal,
            AppliedPlan applied,
            List<InetAddress> before,
            List<InetAddress> now,
            @Nullable Long readNanos) {
        LaneKey key = lane.key();
        if (withdrawal) {
            teller.tell(new RecordsWithdrawn(
                    key.name(), key.family(), before, applied.outcome().deleted()));
            return;
        }
        Duration reaction = readNanos == null ? null : Duration.ofNanos(time.nanoTime() - readNanos);
        teller.tell(new RecordsPublished(key.name(), key.family(), before, now, applied.outcome(), reaction));
        published.accept(lane);
    }
}
