// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.ddns.agent;

import io.github.vpsdns.core.VpsDnsException;
import io.github.vpsdns.core.edit.SetOutcome;
import io.github.vpsdns.core.pace.Gate;
import io.github.vpsdns.ddns.lane.Lane;
import io.github.vpsdns.ddns.lane.LaneKey;
import io.github.vpsdns.ddns.report.AgentEvent;
import io.github.vpsdns.ddns.report.AgentEvent.AboutRecords;
import io.github.vpsdns.ddns.report.AgentEvent.MemoryUnsaved;
import io.github.vpsdns.ddns.report.AgentEvent.MemoryUnusable;
import io.github.vpsdns.ddns.report.AgentEvent.RecordsFailed;
import io.github.vpsdns.ddns.report.AgentEvent.RecordsPublished;
import io.github.vpsdns.ddns.report.AgentEvent.RecordsUnverified;
import io.github.vpsdns.ddns.report.AgentEvent.RecordsVerified;
import io.github.vpsdns.ddns.report.AgentEvent.RecordsWithdrawn;
import io.github.vpsdns.ddns.report.AgentEvent.RecordsWouldChange;
import io.github.vpsdns.ddns.report.AgentListener;
import io.github.vpsdns.ddns.report.ApiPausedException;
import io.github.vpsdns.ddns.report.PassReport;
import io.github.vpsdns.ddns.report.PassReport.Action;
import io.github.vpsdns.ddns.report.PassReport.AddressResult;
import io.github.vpsdns.ddns.report.PassReport.RecordResult;
import io.github.vpsdns.ddns.settings.AgentSettings;
import io.github.vpsdns.ddns.settings.DriftPolicy;
import io.github.vpsdns.ddns.track.Tracker;
import java.net.InetAddress;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What happened in a pass, and how it stands at its end. Confined to one thread. */
final class PassLog implements AgentListener {
    private final Map<LaneKey, AboutRecords> last = new HashMap<>();
    private final Map<LaneKey, Boolean> verified = new HashMap<>();
    private final AgentSettings settings;
    private final long beganNanos;
    private @Nullable String memoryProblem;

    PassLog(AgentSettings settings, long beganNanos) {
        this.settings = settings;
        this.beganNanos = beganNanos;
    }

    @Override
    public void onEvent(AgentEvent event) {
        if (event instanceof MemoryUnusable memory) {
            memoryProblem = "what was remembered in '" + memory.file() + "' cannot be used: " + memory.reason();
        } else if (event instanceof MemoryUnsaved memory) {
            memoryProblem = "nothing can be remembered in '" + memory.file() + "': " + memory.reason();
        }
        if (!(event instanceof AboutRecords about)) {
            return;
        }
        LaneKey key = new LaneKey(about.name(), about.family());
        if (event instanceof RecordsVerified) {
            verified.put(key, true);
        } else if (event instanceof RecordsUnverified) {
            verified.put(key, false);
        } else {
            last.put(key, about);
        }
    }

    PassReport report(AgentLoop loop, boolean withdraw) {
        Gate gate = loop.calls().gate();
        return new PassReport(
                loop.trackers().all().stream().map(PassLog::address).toList(),
                loop.book().all().stream()
                        .map(lane -> record(lane, gate, withdraw))
                        .toList(),
                memoryProblem);
    }

    private static AddressResult address(Tracker tracker) {
        String problem = tracker.problem();
        return new AddressResult(
                tracker.key().family(),
                tracker.saidBy(),
                tracker.counting(),
                problem != null || tracker.certain() != null ? problem : "it could not be read in time");
    }

    private RecordResult record(Lane lane, Gate gate, boolean withdraw) {
        List<InetAddress> there = lane.addresses();
        AboutRecords event = last.get(lane.key());
        if (event instanceof RecordsPublished published) {
            return result(lane, Action.CHANGED, published.before(), published.now(), published.outcome(), null);
        }
        if (event instanceof RecordsWithdrawn withdrawn) {
            int removed = withdrawn.removed();
            SetOutcome outcome = new SetOutcome(there.size(), 0, 0, removed);
            return result(lane, Action.WITHDRAWN, withdrawn.before(), there, outcome, null);
        }
        if (event instanceof RecordsWouldChange would) {
            Action action = withdraw ? Action.WOULD_WITHDRAW : Action.WOULD_CHANGE;
            return result(lane, action, would.before(), would.wanted(), null, null);
        }
        if (event instanceof RecordsFailed failed) {
            return result(lane, Action.FAILED, there, there, null, failed.reason());
        }
        Action action = still(lane, withdraw);
        return result(lane, action, there, there, null, action == Action.FAILED ? failure(lane, gate) : null);
    }

    private Action still(Lane lane, boolean withdraw) {
        if (withdraw) {
            return lane.known() == null || !lane.isWithdrawn() ? Action.FAILED : Action.WITHDRAWN;
        }
        if (lane.wanted() == null) {
            return Action.NO_ADDRESS;
        }
        if (!lane.wasCertain(beganNanos, settings.interval())) {
            return Action.FAILED;
        }
        if (lane.isRight()) {
            return Action.UNCHANGED;
        }
        return lane.isDrifted() && settings.drift() != DriftPolicy.RESTORE ? Action.LEFT : Action.FAILED;
    }

    private static VpsDnsException failure(Lane lane, Gate gate) {
        VpsDnsException reason = gate.reason();
        if (reason != null) {
            return reason;
        }
        Instant until = gate.until();
        String problem = gate.problem();
        if (until == null || problem == null) {
            until = Objects.requireNonNullElse(lane.setback().until(), Instant.EPOCH);
            problem = Objects.requireNonNullElse(lane.setback().problem(), "it was not tried");
        }
        return new ApiPausedException(until, problem);
    }

    private RecordResult result(
            Lane lane,
            Action action,
            List<InetAddress> before,
            List<InetAddress> now,
            @Nullable SetOutcome outcome,
            @Nullable VpsDnsException failure) {
        LaneKey key = lane.key();
        return new RecordResult(key.name(), key.family(), action, before, now, outcome, failure, verified.get(key));
    }
}
