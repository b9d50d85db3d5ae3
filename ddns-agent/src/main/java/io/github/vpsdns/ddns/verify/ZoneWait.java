// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.ddns.verify;

import io.github.vpsdns.core.CancelledException;
import io.github.vpsdns.core.dns.PropagationPolicy;
import io.github.vpsdns.core.dns.PropagationReport;
import io.github.vpsdns.core.dns.PropagationTimeoutException;
import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.core.record.RecordData;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The wait for all names of one zone that have questions of one family. One thread goes through its rounds, any may add to it.
 *
 * <p>A round with a newcomer is short, so that many that come at the same time join without disturbing one another; after it they are
 * waited for as long as it takes, and the next newcomer breaks that off.
 */
final class ZoneWait {
    private static final Duration GATHERING = Duration.ofSeconds(1);
    private static final Duration INTERVAL = Duration.ofMillis(500);
    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(30);

    private final DomainName apex;
    private final Whereabouts whereabouts;
    private final Answerer answerer;
    private final OpenQuestions open;
    private final Duration limit;

    /** Guarded by this, as are the two below. */
    private final Set<Question> pending = new LinkedHashSet<>();

    private boolean newcomers;
    /** The thread in a wait that newcomers break off. */
    private @Nullable Thread settled;

    /** Why the names were not everywhere the last time; used by the thread of the rounds alone. */
    private Map<Question, String> missing = Map.of();

    ZoneWait(DomainName apex, Whereabouts whereabouts, Answerer answerer, OpenQuestions open, Duration limit) {
        this.apex = apex;
        this.whereabouts = whereabouts;
        this.answerer = answerer;
        this.open = open;
        this.limit = limit;
    }

    synchronized void add(Question question) {
        pending.add(question);
        newcomers = true;
        if (settled != null) {
            settled.interrupt();
        }
    }

    synchronized boolean isEmpty() {
        return pending.isEmpty();
    }

    /** Asks for everything once, for a while, and answers what can be answered then. */
    void round() {
        dropOver();
        Map<DomainName, Question> asked = asked();
        if (asked.isEmpty()) {
            return;
        }
        try {
            await(asked);
            asked.values().forEach(this::verified);
        } catch (PropagationTimeoutException e) {
            note(asked, e.reports());
        } catch (CancelledException e) {
            // A newcomer, or the end: the next round tells.
            return;
        } catch (RuntimeException e) {
            // Whatever it was, each question gets its answer.
            whereabouts.forget(apex);
            asked.values().forEach(question -> unverified(question, String.valueOf(e.getMessage())));
        }
    }

    private void dropOver() {
        for (Question question : snapshot()) {
            if (!open.isOpen(question)) {
                remove(question);
            } else if (question.deadline().expired()) {
                unverified(question, missing.getOrDefault(question, "its name servers could not be asked in time"));
            }
        }
    }

    /** What to ask for now, by name: what is left of an older question about one is not open any more. */
    private Map<DomainName, Question> asked() {
        Map<DomainName, Question> asked = new LinkedHashMap<>();
        snapshot().stream().filter(open::isOpen).forEach(question -> asked.put(question.name(), question));
        return asked;
    }

    private void await(Map<DomainName, Question> asked) {
        Map<DomainName, Set<RecordData>> values = new LinkedHashMap<>();
        asked.forEach((name, question) -> values.put(name, question.values()));
        Duration left = asked.values().stream()
                .map(question -> question.deadline().remaining())
                .min(Duration::compareTo)
                .orElse(Duration.ZERO);
        boolean gathering = begin();
        try {
            whereabouts
                    .zone(apex)
                    .awaitAllEverywhere(
                            values,
                            new PropagationPolicy(
                                    gathering ? shorter(left, GATHERING) : left,
                                    INTERVAL,
                                    shorter(limit.dividedBy(3), LONGEST_SILENCE)),
                            report -> progress(asked, report));
        } finally {
            end();
        }
    }

    private synchronized boolean begin() {
        boolean gathering = newcomers;
        newcomers = false;
        settled = gathering ? null : Thread.currentThread();
        return gathering;
    }

    private synchronized void end() {
        if (settled != null) {
            settled = null;
            // The interrupt was for the wait that is over.
            Thread.interrupted();
        }
    }

    private void progress(Map<DomainName, Question> asked, PropagationReport report) {
        Question question = asked.get(report.name());
        if (question != null && isEverywhere(report)) {
            verified(question);
        }
    }

    private void note(Map<DomainName, Question> asked, List<PropagationReport> reports) {
        Map<Question, String> lacking = new LinkedHashMap<>();
        for (PropagationReport report : reports) {
            Question question = asked.get(report.name());
            if (question == null) {
                continue;
            }
            if (isEverywhere(report)) {
                verified(question);
            } else {
                lacking.put(question, Lack.clause(report, limit));
            }
        }
        missing = lacking;
    }

    private static boolean isEverywhere(PropagationReport report) {
        return report.servers().stream().allMatch(PropagationReport.ServerState::has);
    }

    private void verified(Question question) {
        remove(question);
        answerer.verified(question);
    }

    private void unverified(Question question, String reason) {
        remove(question);
        answerer.unverified(question, reason);
    }

    private synchronized List<Question> snapshot() {
        return List.copyOf(pending);
    }

    private synchronized void remove(Question question) {
        pending.remove(question);
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
