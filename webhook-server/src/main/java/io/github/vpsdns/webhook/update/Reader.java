// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.update;

import io.github.vpsdns.core.VpsDnsException;
import io.github.vpsdns.core.edit.NameReading;
import io.github.vpsdns.core.edit.ZoneNotFoundException;
import io.github.vpsdns.core.loop.ApiCalls;
import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.core.pace.FailureScope;
import io.github.vpsdns.core.time.Timekeeper;
import io.github.vpsdns.webhook.report.WebhookEvent.Drifted;
import io.github.vpsdns.webhook.settings.DriftPolicy;
import io.github.vpsdns.webhook.settings.UpdateSettings;
import io.github.vpsdns.webhook.store.HostKey;
import io.github.vpsdns.webhook.store.KnownSet;
import io.github.vpsdns.webhook.store.Wish;
import io.github.vpsdns.webhook.update.state.Findings.Finding;
import io.github.vpsdns.webhook.update.state.Known;
import io.github.vpsdns.webhook.update.work.Parts;
import io.github.vpsdns.webhook.update.work.Teller;
import java.net.InetAddress;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Lists the zones of names of which it is not known what the API has: one listing at a time for all that need it. Owned by the loop's thread. */
final class Reader {
    /** What began before the listing cannot be judged by it. */
    private record Begun(Map<Lane, Integer> editions, long nanos, Instant at) {
        boolean isCurrent(Lane lane) {
            return Objects.equals(editions.get(lane), lane.edition());
        }
    }

    private final ApiCalls calls;
    private final LaneBook book;
    private final Failures failures;
    private final Intake intake;
    private final Lookout lookout;
    private final Supplier<UpdateSettings> settings;
    private final Timekeeper time;
    private final Teller teller;
    private Predicate<DomainName> served = any -> true;
    private boolean running;

    Reader(
            ApiCalls calls,
            LaneBook book,
            Failures failures,
            Intake intake,
            Lookout lookout,
            Supplier<UpdateSettings> settings,
            Parts parts) {
        this.calls = calls;
        this.book = book;
        this.failures = failures;
        this.intake = intake;
        this.lookout = lookout;
        this.settings = settings;
        this.time = parts.time();
        this.teller = parts.teller();
    }

    /** Restores these names only. */
    void serve(Predicate<DomainName> names) {
        served = names;
    }

    boolean isRunning() {
        return running;
    }

    /** Begins to read the names of these lanes. */
    void begin(Collection<Lane> lanes) {
        Set<DomainName> names = new LinkedHashSet<>();
        lanes.forEach(lane -> names.add(lane.key().host()));
        Map<Lane, Integer> editions = new HashMap<>();
        names.forEach(name -> book.of(name).forEach(lane -> editions.put(lane, lane.edition())));
        Begun begun = new Begun(editions, time.nanoTime(), time.now());
        running = true;
        calls.start(
                "reading records",
                editor -> editor.readAll(names),
                (readings, pass) -> read(readings.values(), begun, pass),
                (failure, pass) -> {
                    running = false;
                    names.forEach(name -> failed(name, failure, begun, false, pass));
                });
    }

    private void read(Collection<NameReading> readings, Begun begun, int pass) {
        running = false;
        boolean answered = readings.stream().anyMatch(Reader::isAnswer);
        if (answered) {
            calls.answered(false, pass);
        }
        Map<HostKey, KnownSet> seen = new HashMap<>();
        for (NameReading reading : readings) {
            if (reading instanceof NameReading.Found found) {
                book.of(found.name()).stream()
                        .filter(begun::isCurrent)
                        .forEach(lane -> listed(lane, found, begun, seen));
            } else if (reading instanceof NameReading.NotRead not) {
                failed(not.name(), not.reason(), begun, answered, pass);
            }
        }
        lookout.seen(seen);
    }

    /** That there is no such zone is an answer too. */
    private static boolean isAnswer(NameReading reading) {
        return reading instanceof NameReading.Found
                || (reading instanceof NameReading.NotRead not && not.reason() instanceof ZoneNotFoundException);
    }

    private void listed(Lane lane, NameReading.Found found, Begun begun, Map<HostKey, KnownSet> seen) {
        Known known = Known.listed(found, lane.key().family(), begun.nanos(), begun.at());
        lane.listed(known);
        book.touch(lane);
        Wish done = lane.done();
        if (lane.wants().newest() == null && done != null) {
            compare(lane, known.addresses(), done);
            if (lane.isIdle() && !settings.get().dryRun()) {
                seen.put(lane.key(), known.set());
            }
        }
        lane.waiting().takeForListing().forEach(asker -> intake.decide(lane, asker));
    }

    private void compare(Lane lane, List<InetAddress> found, Wish done) {
        Finding finding = lane.findings().compare(found, done.addresses(), time.nanoTime());
        boolean restored = !settings.get().dryRun()
                && served.test(lane.key().host())
                && (finding == Finding.OURS
                        || (finding != Finding.SAME && settings.get().drift() == DriftPolicy.RESTORE));
        lane.restore(restored);
        if (finding == Finding.OTHER || finding == Finding.OURS) {
            teller.tell(new Drifted(lane.key(), done.addresses(), found, restored));
        }
    }

    private void failed(DomainName name, VpsDnsException reason, Begun begun, boolean othersAnswered, int pass) {
        List<Lane> lanes = book.of(name).stream().filter(begun::isCurrent).toList();
        lanes.forEach(book::touch);
        FailureScope scope = calls.scope(reason);
        if (reason instanceof ZoneNotFoundException) {
            lanes.forEach(lane -> failures.noZone(lane, reason));
        } else if (scope == FailureScope.CANCELLED) {
            return;
        } else if (scope.compareTo(FailureScope.OWN) <= 0 || (scope == FailureScope.AWAY && othersAnswered)) {
            lanes.forEach(lane -> failures.own(lane, reason));
        } else {
            calls.away(scope, reason, false, pass);
        }
    }
}
