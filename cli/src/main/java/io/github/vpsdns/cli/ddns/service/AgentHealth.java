// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.ddns.service;

import io.github.vpsdns.cli.ddns.service.Troubles.Subject;
import io.github.vpsdns.core.time.Timekeeper;
import io.github.vpsdns.ddns.report.AgentStatus;
import io.github.vpsdns.ddns.report.AgentStatus.Phase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether the agent does its work. What passes by itself is no matter yet: a source that fails while the address is known, a record
 * that could not be written a moment ago.
 *
 * <p>Thread-safe; somebody must look every few seconds.
 */
final class AgentHealth {
    /** Routers that start anew, maintenance of the API: over by then. */
    static final Duration PATIENCE = Duration.ofMinutes(15);

    /** The loop goes round at least every few seconds. */
    private static final Duration LONGEST_STEP = Duration.ofMinutes(1);

    private final Troubles troubles;
    private final Timekeeper time;
    private final Unchanged step;
    private final Unchanged comparison;

    AgentHealth(Troubles troubles, Timekeeper time) {
        this.troubles = troubles;
        this.time = time;
        this.step = new Unchanged(time);
        this.comparison = new Unchanged(time);
    }

    /** Tells whether the loop goes round. */
    boolean isAlive(AgentStatus status) {
        return step.look(status.lastStep()).compareTo(LONGEST_STEP) < 0;
    }

    /**
     * Tells whether it is known that all is well where nothing is known to be wrong: a service that ends soon after each start, or
     * that has not got any further yet, must not say so.
     *
     * @param status how it stands
     * @param interval how often records are compared with the API
     */
    boolean isProven(AgentStatus status, Duration interval) {
        Instant compared = status.lastCompared();
        return compared != null && !compared.plus(interval).plus(PATIENCE).isBefore(time.now());
    }

    /**
     * Tells what is wrong.
     *
     * @param status how it stands
     * @param interval how often records are compared with the API
     * @return one line for each thing
     */
    List<String> problems(AgentStatus status, Duration interval) {
        List<String> problems = new ArrayList<>();
        if (!isAlive(status)) {
            problems.add("the agent has stood still since " + AgentWords.time(status.lastStep()));
        }
        api(status, interval, problems);
        status.addresses().forEach(address -> address(address, problems));
        status.records().forEach(records -> records(records, problems));
        return problems;
    }

    private void api(AgentStatus status, Duration interval, List<String> problems) {
        boolean overdue = comparison.look(status.lastCompared()).compareTo(interval.plus(PATIENCE)) > 0;
        if (status.pause() != null && (overdue || status.pausedUntil() == null)) {
            problems.add("the API is not called: " + status.pause());
        } else if (overdue) {
            problems.add(
                    status.lastCompared() == null
                            ? "records have not been compared with the API yet"
                            : "records have not been compared with the API since "
                                    + AgentWords.time(status.lastCompared()));
        }
    }

    private void address(AgentStatus.Address address, List<String> problems) {
        boolean lasts = lasts(new Subject(null, address.family()));
        if (address.problem() != null && (address.addresses().isEmpty() || lasts)) {
            problems.add(address.family() + ": not known: " + address.problem());
        }
    }

    private void records(AgentStatus.Records records, List<String> problems) {
        Subject subject = new Subject(records.name(), records.family());
        boolean failed = records.phase() == Phase.FAILED && lasts(subject);
        boolean reported = records.phase() == Phase.DRIFTED && records.problem() != null;
        if (failed || reported) {
            problems.add(subject + ": " + (records.problem() == null ? "not published" : records.problem()));
        }
    }

    private boolean lasts(Subject subject) {
        return troubles.lasting(subject).compareTo(PATIENCE) >= 0;
    }
}
