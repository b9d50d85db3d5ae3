// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.ddns.agent;

import io.github.vpsdns.core.address.Family;
import io.github.vpsdns.core.pace.Gate;
import io.github.vpsdns.ddns.lane.Lane;
import io.github.vpsdns.ddns.report.AgentStatus;
import io.github.vpsdns.ddns.report.AgentStatus.Phase;
import io.github.vpsdns.ddns.settings.DriftPolicy;
import io.github.vpsdns.ddns.track.Tracker;
import io.github.vpsdns.ddns.track.Trackers;
import java.net.InetAddress;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Shows others how it stands. Written by the loop's thread, read by any. */
final class StatusBoard {
    private volatile AgentStatus shown;

    StatusBoard(Instant now) {
        shown = new AgentStatus(List.of(), List.of(), null, null, null, now);
    }

    AgentStatus read() {
        return shown;
    }

    /** The loop goes round, and nothing else is new. */
    void alive(Instant now) {
        AgentStatus old = shown;
        shown = new AgentStatus(
                old.addresses(), old.records(), old.pause(), old.pausedUntil(), old.lastCompared(), now);
    }

    void show(
            Trackers trackers,
            LaneBook book,
            Gate gate,
            @Nullable Instant lastCompared,
            DriftPolicy drift,
            long nowNanos,
            Instant now) {
        boolean closed = gate.isClosed(nowNanos);
        shown = new AgentStatus(
                trackers.all().stream().map(Tracker::status).toList(),
                book.all().stream()
                        .map(lane -> records(lane, gate, drift, closed))
                        .toList(),
                closed ? gate.problem() : null,
                closed ? gate.until() : null,
                lastCompared,
                now);
    }

    private static AgentStatus.Records records(Lane lane, Gate gate, DriftPolicy drift, boolean closed) {
        Phase phase = phase(lane, drift);
        String problem = lane.setback().problem();
        Instant next = lane.setback().until();
        if (phase == Phase.PENDING && closed) {
            problem = problem == null ? gate.problem() : problem;
            next = gate.until();
        }
        if (phase == Phase.DRIFTED && drift == DriftPolicy.REPORT) {
            problem = drifted(lane);
        }
        return new AgentStatus.Records(
                lane.key().name(),
                lane.key().family(),
                lane.known() == null && lane.published() != null ? lane.published() : lane.addresses(),
                phase,
                lane.changed(),
                problem,
                next);
    }

    private static String drifted(Lane lane) {
        List<InetAddress> wanted = Objects.requireNonNullElse(lane.wanted(), List.of());
        return lane.addresses().isEmpty()
                ? "somebody else removed " + words(wanted)
                : "somebody else made it " + words(lane.addresses()) + " instead of " + words(wanted);
    }

    private static String words(List<InetAddress> addresses) {
        return addresses.stream().map(Family::text).collect(Collectors.joining(", "));
    }

    static Phase phase(Lane lane, DriftPolicy drift) {
        if (lane.setback().failures() > 0) {
            return Phase.FAILED;
        }
        if (lane.isDrifted()) {
            return drift == DriftPolicy.RESTORE ? Phase.PENDING : Phase.DRIFTED;
        }
        if (lane.isRight()) {
            return lane.isVerified() ? Phase.VERIFIED : Phase.PUBLISHED;
        }
        return lane.wanted() == null ? Phase.WAITING : Phase.PENDING;
    }
}
