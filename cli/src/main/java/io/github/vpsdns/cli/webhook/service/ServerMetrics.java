// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.webhook.service;

import io.github.vpsdns.cli.api.CallCounter;
import io.github.vpsdns.cli.monitor.ProgramMetrics;
import io.github.vpsdns.webhook.report.WebhookEvent;
import io.github.vpsdns.webhook.report.WebhookEvent.Answered;
import io.github.vpsdns.webhook.report.WebhookEvent.ApiClosed;
import io.github.vpsdns.webhook.report.WebhookEvent.BadRequest;
import io.github.vpsdns.webhook.report.WebhookEvent.ChallengeFailed;
import io.github.vpsdns.webhook.report.WebhookEvent.Changed;
import io.github.vpsdns.webhook.report.WebhookEvent.Delayed;
import io.github.vpsdns.webhook.report.WebhookEvent.Denied;
import io.github.vpsdns.webhook.report.WebhookEvent.Drifted;
import io.github.vpsdns.webhook.report.WebhookEvent.GivenUp;
import io.github.vpsdns.webhook.report.WebhookEvent.LockedOut;
import io.github.vpsdns.webhook.report.WebhookEvent.Presented;
import io.github.vpsdns.webhook.report.WebhookEvent.Refused;
import io.github.vpsdns.webhook.report.WebhookEvent.Withdrawn;
import io.github.vpsdns.webhook.report.WebhookListener;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Gauge;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.model.registry.PrometheusRegistry;

/**
 * What the server does, as metrics; how it stands is in {@link StatusMetrics}. No label has a value that a stranger can make up.
 * Thread-safe.
 */
final class ServerMetrics implements WebhookListener {
    static final String PREFIX = "vpsdns_webhook_";
    private static final String OTHER = "other";

    private final PrometheusRegistry registry;
    private final Counter requests;
    private final Histogram latency;
    private final Counter updates;
    private final Counter refused;
    private final Counter denied;
    private final Counter lockouts;
    private final Counter challenges;
    private final Counter badRequests;
    private final Counter pauses;
    private final Gauge configuration;
    private final BoundedWords reasons = new BoundedWords(20, OTHER);

    ServerMetrics(PrometheusRegistry registry, CallCounter calls) {
        this.registry = registry;
        ProgramMetrics.register(registry, calls);
        requests = counter("requests", "Requests that were answered.", "path", "status");
        latency = Histogram.builder()
                .name(PREFIX + "request_seconds")
                .help("From the request to its answer.")
                .labelNames("path")
                .classicOnly()
                .classicUpperBounds(.001, .0025, .005, .01, .025, .05, .1, .25, .5, 1, 2.5, 5, 10)
                .register(registry);
        updates = counter("updates", "Sets of records that were to be made right, by what became of it.", "result");
        refused = counter("refused", "Requests of users for what is not theirs, or not possible.");
        denied = counter("denied", "Wrong credentials, by the reason.", "reason");
        lockouts = counter("lockouts", "How often a user or an address was locked out.");
        challenges = counter("challenges_handled", "Challenge values, by what became of them.", "result");
        badRequests = counter("bad_requests", "Requests that were no HTTP, or too much of it.");
        pauses = counter("api_pauses", "How often calls were held back after a failure.");
        configuration = Gauge.builder()
                .name(PREFIX + "configuration_good")
                .help("1, or 0 if the configuration was read anew and refused.")
                .register(registry);
        configuration.set(1);
    }

    /** Takes note of whether the configuration could be used when it was read last. */
    void configuration(boolean good) {
        configuration.set(good ? 1 : 0);
    }

    @Override
    public void onEvent(WebhookEvent event) {
        if (event instanceof Answered answered) {
            String path = answered.path() == null ? OTHER : answered.path();
            requests.labelValues(path, String.valueOf(answered.status())).inc();
            latency.labelValues(path).observe(answered.nanos() / 1e9);
        } else if (event instanceof Changed) {
            updates.labelValues("changed").inc();
        } else if (event instanceof Delayed) {
            updates.labelValues("delayed").inc();
        } else if (event instanceof GivenUp) {
            updates.labelValues("given_up").inc();
        } else if (event instanceof Drifted drift) {
            updates.labelValues(drift.restored() ? "drift_restored" : "drift_left")
                    .inc();
        } else {
            people(event);
        }
    }

    private void people(WebhookEvent event) {
        if (event instanceof Denied no) {
            denied.labelValues(reasons.bounded(no.reason())).inc();
        } else if (event instanceof LockedOut) {
            lockouts.inc();
        } else if (event instanceof Refused) {
            refused.inc();
        } else if (event instanceof Presented) {
            challenges.labelValues("presented").inc();
        } else if (event instanceof Withdrawn gone) {
            challenges.labelValues(gone.expired() ? "expired" : "withdrawn").inc();
        } else if (event instanceof ChallengeFailed) {
            challenges.labelValues("failed").inc();
        } else if (event instanceof BadRequest) {
            badRequests.inc();
        } else if (event instanceof ApiClosed) {
            pauses.inc();
        }
    }

    private Counter counter(String name, String help, String... labels) {
        return Counter.builder()
                .name(PREFIX + name)
                .help(help)
                .labelNames(labels)
                .register(registry);
    }
}
