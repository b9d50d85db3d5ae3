// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.ddns.agent;

import io.github.vpsdns.core.VpsDnsException;
import io.github.vpsdns.core.edit.NameReading;
import io.github.vpsdns.core.loop.ApiCalls;
import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.core.pace.FailureScope;
import io.github.vpsdns.core.time.Timekeeper;
import io.github.vpsdns.ddns.lane.Lane;
import io.github.vpsdns.ddns.report.AgentEvent.Compared;
import io.github.vpsdns.ddns.report.AgentEvent.DriftFound;
import io.github.vpsdns.ddns.settings.AgentSettings;
import io.github.vpsdns.ddns.work.Parts;
import io.github.vpsdns.ddns.work.Teller;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Lists the zones of names of which it is not known any more what the API has: one comparison at a time. Owned by the loop's thread. */
final class Comparer {
    /** What began before the listing cannot be judged by it. */
    private record Begun(Map<Lane, Integer> revisions, long nanos, Instant at) {
        boolean isCurrent(Lane lane) {
            return Objects.equals(revisions.get(lane), lane.revision()) && !lane.isWriting();
        }
    }

    private final ApiCalls calls;
    private final LaneBook book;
    private final Failures failures;
    private final Timekeeper time;
    private final Teller teller;
    private AgentSettings settings;
    private boolean running;
    private @Nullable Instant lastCompared;

    Comparer(ApiCalls calls, LaneBook book, Failures failures, Parts parts, AgentSettings settings) {
        this.calls = calls;
        this.book = book;
        this.failures = failures;
        this.time = parts.time();
        this.teller = parts.teller();
        this.settings = settings;
    }

    void follow(AgentSettings other) {
        settings = other;
    }

    boolean isRunning() {
        return running;
    }

    @Nullable
    Instant lastCompared() {
        return lastCompared;
    }

    void remember(@Nullable Instant compared) {
        lastCompared = compared;
    }

    /** Begins a comparison of these lanes' names. */
    void begin(List<Lane> due) {
        Set<DomainName> names = new LinkedHashSet<>();
        due.forEach(lane -> names.add(lane.key().name()));
        Map<Lane, Integer> revisions = new HashMap<>();
        names.forEach(name -> book.of(name).forEach(lane -> revisions.put(lane, lane.revision())));
        Begun begun = new Begun(revisions, time.nanoTime(), time.now());
        running = true;
        calls.start(
                "comparing records with the API",
                editor -> editor.readAll(names),
                (readings, pass) -> compared(readings.values(), begun, pass),
                (failure, pass) -> {
                    running = false;
                    names.forEach(name -> failed(name, failure, begun, false, pass));
                });
    }

    private void compared(Collection<NameReading> readings, Begun begun, int pass) {
        running = false;
        boolean answered = readings.stream().anyMatch(NameReading.Found.class::isInstance);
        if (answered) {
            calls.answered(false, pass);
        }
        int wrong = 0;
        for (NameReading reading : readings) {
            if (reading instanceof NameReading.Found found) {
                wrong += found(found, begun);
            } else if (reading instanceof NameReading.NotRead not) {
                failed(not.name(), not.reason(), begun, answered, pass);
            }
        }
        if (answered) {
            lastCompared = begun.at();
            teller.tell(new Compared(readings.size(), wrong));
        }
    }

    /** Returns how many sets of the name are not as they should be. */
    private int found(NameReading.Found found, Begun begun) {
        int wrong = 0;
        for (Lane lane : book.of(found.name())) {
            Integer revision = begun.revisions().get(lane);
            if (revision != null && lane.compared(found, revision, begun.nanos(), begun.at())) {
                teller.tell(new DriftFound(
                        found.name(),
                        lane.key().family(),
                        Objects.requireNonNullElse(lane.wanted(), List.of()),
                        lane.addresses(),
                        settings.drift()));
            }
            wrong += lane.wanted() == null || lane.isRight() ? 0 : 1;
        }
        return wrong;
    }

    private void failed(DomainName name, VpsDnsException reason, Begun begun, boolean othersAnswered, int pass) {
        FailureScope scope = calls.scope(reason);
        boolean alone = scope.compareTo(FailureScope.OWN) <= 0 || (scope == FailureScope.AWAY && othersAnswered);
        if (scope == FailureScope.CANCELLED) {
            return;
        }
        if (alone) {
            // A write that is under way, or was made since, knows better.
            book.of(name).stream().filter(lane -> begun.isCurrent(lane)).forEach(lane -> failures.own(lane, reason));
        } else {
            calls.away(scope, reason, false, pass);
        }
    }
}
