// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.webhook.service;

import io.github.vpsdns.core.time.Timekeeper;
import io.github.vpsdns.webhook.report.WebhookStatus;
import io.github.vpsdns.webhook.report.WebhookStatus.HostState;
import io.github.vpsdns.webhook.store.Wish;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** How it stands with the server, as metrics, asked when they are read. */
final class StatusMetrics {
    /** Wildcards let users name as many hosts as they like. */
    private static final int MOST_HOSTS = 1000;

    private final PrometheusRegistry registry;
    private final Supplier<WebhookStatus> status;
    private final Timekeeper time;

    private StatusMetrics(PrometheusRegistry registry, Supplier<WebhookStatus> status, Timekeeper time) {
        this.registry = registry;
        this.status = status;
        this.time = time;
    }

    static void register(PrometheusRegistry registry, Supplier<WebhookStatus> status, Timekeeper time) {
        StatusMetrics metrics = new StatusMetrics(registry, status, time);
        metrics.hosts();
        metrics.server();
    }

    private void hosts() {
        number("hosts", "Sets of records that are known.", now -> now.hosts().size());
        number("waiting", "Sets of records that are to be written.", WebhookStatus::waiting);
        gauge("oldest_wait_seconds", "For how long the oldest of them has waited.", out -> {
            Instant oldest = status.get().oldestWait();
            Duration since = oldest == null ? Duration.ZERO : Duration.between(oldest, time.now());
            out.call(Math.max(0, since.toMillis() / 1000.0));
        });
        gauge(
                "host_updated_timestamp_seconds",
                "When the last update of a set of records was taken that the API has accepted.",
                out -> status.get().hosts().stream()
                        .limit(MOST_HOSTS)
                        .map(HostState::row)
                        .forEach(row -> {
                            Wish done = row.done();
                            if (done != null) {
                                out.call(
                                        seconds(done.acceptedAt()),
                                        row.key().host().toString(),
                                        row.key().family().word());
                            }
                        }),
                "name",
                "family");
    }

    private void server() {
        number("challenges", "Challenge values that are in the zones.", WebhookStatus::challenges);
        number(
                "locked_out",
                "Users and addresses that are locked out.",
                now -> now.lockouts().size());
        number("api_paused", "1 while the API is not called.", now -> now.api().problem() == null ? 0 : 1);
        number("store_failed", "1 while the database cannot be used.", now -> now.storeProblem() == null ? 0 : 1);
        number(
                "certificate_failed",
                "1 while the server's certificate cannot be read or got.",
                now -> now.certificateProblem() == null ? 0 : 1);
        instant("certificate_end", "When the server's certificate ends.", WebhookStatus::certificateEnds);
        instant("started", "When the server was started.", WebhookStatus::since);
    }

    private void number(String name, String help, Function<WebhookStatus, Integer> value) {
        gauge(name, help, out -> out.call(value.apply(status.get())));
    }

    private void instant(String name, String help, Function<WebhookStatus, @Nullable Instant> value) {
        gauge(name + "_timestamp_seconds", help, out -> {
            Instant at = value.apply(status.get());
            if (at != null) {
                out.call(seconds(at));
            }
        });
    }

    private void gauge(String name, String help, Consumer<GaugeWithCallback.Callback> callback, String... labels) {
        GaugeWithCallback.builder()
                .name(ServerMetrics.PREFIX + name)
                .help(help)
                .labelNames(labels)
                .callback(callback)
                .register(registry);
    }

    private static double seconds(Instant at) {
        return at.toEpochMilli() / 1000.0;
    }
}
