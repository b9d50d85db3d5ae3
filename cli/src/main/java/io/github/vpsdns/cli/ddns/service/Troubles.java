// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.ddns.service;

import io.github.vpsdns.cli.service.Repeats;
import io.github.vpsdns.core.address.Family;
import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.core.time.Timekeeper;
import io.github.vpsdns.ddns.report.AgentStatus;
import io.github.vpsdns.ddns.report.AgentStatus.Phase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What has gone wrong and since when, by looking at the agent's status again and again: so it is noticed as well when something gets
 * well by itself. What comes and goes is told now and then, see {@link Repeats}, and always where it lasts. Guarded by itself.
 */
final class Troubles {
    /** Records of a name, or with no name the addresses of a family. */
    record Subject(@Nullable DomainName name, Family family) {
        @Override
        public String toString() {
            return Told.subject(name, family);
        }
    }

    /** What is wrong with a subject now. */
    private record Wrong(String problem, @Nullable Instant nextAttempt) {}

    private static final class Trouble {
        private final Instant since;
        /** By the clock for durations, which does not jump. */
        private final long nanos;

        private boolean told;

        private Trouble(Instant since, long nanos) {
            this.since = since;
            this.nanos = nanos;
        }
    }

    private final Timekeeper time;
    private final Repeats repeats;
    private final Map<Subject, Trouble> troubles = new LinkedHashMap<>();

    Troubles(Timekeeper time) {
        this.time = time;
        this.repeats = new Repeats(time);
    }

    /**
     * Looks how it stands.
     *
     * @param status the agent's status
     * @return what has begun to be wrong with records, and what of anything is well again, since the last look
     */
    synchronized List<Told> look(AgentStatus status) {
        List<Told> turns = new ArrayList<>();
        Map<Subject, Wrong> wrong = wrong(status);
        wrong.forEach((subject, what) -> {
            Trouble trouble = troubles.computeIfAbsent(subject, begins -> new Trouble(time.now(), time.nanoTime()));
            if (!trouble.told && isWorthTelling(subject)) {
                trouble.told = true;
                if (subject.name() != null) {
                    turns.add(failed(subject, what));
                }
            }
        });
        Set<Subject> over = new HashSet<>(troubles.keySet());
        over.removeAll(wrong.keySet());
        for (Subject subject : over) {
            Trouble trouble = troubles.remove(subject);
            if (trouble != null && trouble.told && isThere(subject, status)) {
                turns.add(recovered(subject, trouble, status));
            }
        }
        return turns;
    }

    /** Returns for how long a subject has been wrong, by what was seen so far; zero if it has not. */
    synchronized Duration lasting(Subject subject) {
        Trouble trouble = troubles.get(subject);
        return trouble == null ? Duration.ZERO : Duration.ofNanos(time.nanoTime() - trouble.nanos);
    }

    private boolean isWorthTelling(Subject subject) {
        return lasting(subject).compareTo(AgentHealth.PATIENCE) >= 0 || repeats.leftOut(subject, "wrong") >= 0;
    }

    private static Map<Subject, Wrong> wrong(AgentStatus status) {
        Map<Subject, Wrong> wrong = new LinkedHashMap<>();
        for (AgentStatus.Address address : status.addresses()) {
            if (address.problem() != null) {
                wrong.put(new Subject(null, address.family()), new Wrong(address.problem(), null));
            }
        }
        for (AgentStatus.Records records : status.records()) {
            if (records.phase() == Phase.FAILED) {
                String problem = records.problem() == null ? "not published" : records.problem();
                wrong.put(new Subject(records.name(), records.family()), new Wrong(problem, records.nextAttempt()));
            }
        }
        return wrong;
    }

    private static Told failed(Subject subject, Wrong wrong) {
        String message = wrong.problem()
                + (wrong.nextAttempt() == null ? "" : "; next attempt " + AgentWords.time(wrong.nextAttempt()));
        return new Told(
                "failed", subject.name(), subject.family(), message, List.of(), List.of(), wrong.nextAttempt(), null);
    }

    private static Told recovered(Subject subject, Trouble trouble, AgentStatus status) {
        String what = subject.name() == null ? "known again" : "well again";
        return new Told(
                subject.name() == null ? "address-known" : "recovered",
                subject.name(),
                subject.family(),
                what + ", after trouble since " + AgentWords.time(trouble.since),
                List.of(),
                subject.name() == null
                        ? List.of()
                        : status.records().stream()
                                .filter(records -> isOf(records, subject))
                                .flatMap(records -> records.addresses().stream())
                                .toList(),
                null,
                null);
    }

    /** What the configuration has dropped is not well again. */
    private static boolean isThere(Subject subject, AgentStatus status) {
        return subject.name() == null
                ? status.addresses().stream()
                        .anyMatch(address -> address.family() == subject.family()
                                && !address.addresses().isEmpty())
                : status.records().stream().anyMatch(records -> isOf(records, subject));
    }

    private static boolean isOf(AgentStatus.Records records, Subject subject) {
        return records.name().equals(subject.name()) && records.family() == subject.family();
    }
}
