// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.webhook.service;

import static io.github.vpsdns.cli.webhook.service.Told.time;

import io.github.vpsdns.core.time.Timekeeper;
import io.github.vpsdns.webhook.report.WebhookStatus;
import io.github.vpsdns.webhook.report.WebhookStatus.HostState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Whether the server does its work. What passes by itself is no matter yet. Thread-safe. */
final class ServerHealth {
    /** Maintenance of the API: over by then. */
    static final Duration PATIENCE = Duration.ofMinutes(15);

    /** A third of what certificates of 45 days have left when they are due. */
    static final Duration CERTIFICATE = Duration.ofDays(5);

    private static final int MOST_HOSTS = 20;

    private final Timekeeper time;

    ServerHealth(Timekeeper time) {
        this.time = time;
    }

    /**
     * Tells what is wrong.
     *
     * @param status how it stands
     * @return one line for each thing
     */
    List<Problem> problems(WebhookStatus status) {
        List<Problem> problems = new ArrayList<>();
        if (status.storeProblem() != null) {
            problems.add(new Problem("database", "the database cannot be used: " + status.storeProblem(), true));
        }
        updates(status, problems);
        certificate(status, problems);
        return problems;
    }

    private void updates(WebhookStatus status, List<Problem> problems) {
        Instant oldest = status.oldestWait();
        String api = status.api().problem();
        boolean refused = api != null && status.api().until() == null;
        boolean late = oldest != null && oldest.plus(PATIENCE).isBefore(time.now());
        if (api != null && (refused || late)) {
            problems.add(new Problem("API", "the API is not called: " + api, true));
        }
        if (oldest != null && late) {
            String number = status.waiting() == 1 ? "one update waits" : status.waiting() + " updates wait";
            problems.add(new Problem("updates", number + ", the oldest since " + time(oldest), false));
        }
        // What waits is told above; the others were given up.
        status.hosts().stream()
                .filter(host -> host.problem() != null && host.row().open() == null)
                .limit(MOST_HOSTS)
                .map(ServerHealth::words)
                .forEach(problems::add);
    }

    private void certificate(WebhookStatus status, List<Problem> problems) {
        Instant ends = status.certificateEnds();
        String problem = status.certificateProblem();
        boolean soon = ends == null ? problem != null : ends.minus(CERTIFICATE).isBefore(time.now());
        if (soon) {
            String what = ends == null ? "there is no certificate" : "the certificate ends " + time(ends);
            problems.add(new Problem("certificate", what + (problem == null ? "" : ": " + problem), false));
        }
    }

    private static Problem words(HostState host) {
        String key = host.row().key().toString();
        return new Problem(key, key + ": not written: " + host.problem(), true);
    }
}
