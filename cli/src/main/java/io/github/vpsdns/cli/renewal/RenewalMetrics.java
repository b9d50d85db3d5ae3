// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.renewal;

import io.github.vpsdns.acme.dns01.CleanupReport;
import io.github.vpsdns.acme.renew.LineageStatus;
import io.github.vpsdns.acme.renew.RenewalListener;
import io.github.vpsdns.acme.schedule.Plan;
import io.github.vpsdns.acme.schedule.Trouble;
import io.github.vpsdns.acme.store.CertificateFiles;
import io.github.vpsdns.acme.store.LineageName;
import io.github.vpsdns.cli.api.CallCounter;
import io.github.vpsdns.cli.monitor.ProgramMetrics;
import io.github.vpsdns.core.VpsDnsException;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Gauge;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What the service does, as metrics, from the loop's own state. The only labels are lineages, which are directories here, results
 * and operations of the API. Thread-safe.
 */
final class RenewalMetrics implements RenewalListener {
    private static final String PREFIX = "vpsdns_acme_";

    private final PrometheusRegistry registry;
    private final Counter attempts;
    private final Counter deployments;
    private final Gauge leftovers;

    RenewalMetrics(PrometheusRegistry registry, CallCounter calls) {
        this.registry = registry;
        this.attempts = counter("renewal_attempts", "Attempts to renew a certificate.");
        this.deployments = counter("deployments", "Runs of the deploy hook.");
        this.leftovers = Gauge.builder()
                .name(PREFIX + "leftover_values")
                .help("Challenge values that could not be removed when it was tried last.")
                .register(registry);
        ProgramMetrics.register(registry, calls);
    }

    /** Adds what is known of each certificate. */
    void watch(Supplier<List<LineageStatus>> status, Supplier<@Nullable Instant> lastRound) {
        time(status, "certificate_not_after", "End of the certificate in place.", RenewalMetrics::notAfter);
        time(
                status,
                "last_success",
                "When a certificate was got last.",
                of -> of.memory().lastSuccess());
        time(
                status,
                "next_attempt",
                "When it is to be renewed.",
                of -> of.plan().at());
        time(
                status,
                "ari_window_start",
                "Begin of the window that the CA suggests (RFC 9773).",
                of -> of.memory().window() == null ? null : of.memory().window().start());
        time(
                status,
                "ari_window_end",
                "End of that window.",
                of -> of.memory().window() == null ? null : of.memory().window().end());
        gauge(
                status,
                "renewal_failures",
                "Failed attempts since the last success.",
                of -> failures(of.memory().trouble()));
        gauge(
                status,
                "deploy_failures",
                "Failed runs of the deploy hook since the last success.",
                of -> failures(of.memory().deployTrouble()));
        gauge(
                status,
                "propagation_seconds",
                "How long the name servers took at the last success.",
                of -> of.memory().lastPropagation() == null
                        ? null
                        : of.memory().lastPropagation().toMillis() / 1000.0);
        GaugeWithCallback.builder()
                .name(PREFIX + "last_round_timestamp_seconds")
                .help("When all certificates were looked after last.")
                .callback(out -> {
                    Instant last = lastRound.get();
                    if (last != null) {
                        out.call(seconds(last));
                    }
                })
                .register(registry);
    }

    @Override
    public void renewing(LineageName name, Plan plan) {
        leftovers.set(0);
    }

    @Override
    public void renewed(LineageName name, CertificateFiles certificate, Plan next) {
        attempts.labelValues(name.toString(), "renewed").inc();
    }

    @Override
    public void failed(LineageName name, VpsDnsException reason, Trouble trouble) {
        attempts.labelValues(name.toString(), "failed").inc();
    }

    @Override
    public void deployed(LineageName name) {
        deployments.labelValues(name.toString(), "done").inc();
    }

    @Override
    public void deployFailed(LineageName name, VpsDnsException reason, Trouble trouble) {
        deployments.labelValues(name.toString(), "failed").inc();
    }

    @Override
    public void leftovers(LineageName name, int left) {
        leftovers.inc(left);
    }

    @Override
    public void cleanedUp(CleanupReport report) {
        leftovers.inc(report.left().size());
    }

    private Counter counter(String name, String help) {
        return Counter.builder()
                .name(PREFIX + name)
                .help(help)
                .labelNames("lineage", "result")
                .register(registry);
    }

    private void time(
            Supplier<List<LineageStatus>> status,
            String name,
            String help,
            Function<LineageStatus, @Nullable Instant> value) {
        gauge(status, name + "_timestamp_seconds", help, of -> {
            Instant time = value.apply(of);
            return time == null ? null : seconds(time);
        });
    }

    private void gauge(
            Supplier<List<LineageStatus>> status,
            String name,
            String help,
            Function<LineageStatus, @Nullable Double> value) {
        GaugeWithCallback.builder()
                .name(PREFIX + name)
                .help(help)
                .labelNames("lineage")
                .callback(out -> status.get().forEach(of -> {
                    Double now = value.apply(of);
                    if (now != null) {
                        out.call(now, of.name().toString());
                    }
                }))
                .register(registry);
    }

    private static @Nullable Instant notAfter(LineageStatus of) {
        return of.certificate() == null ? null : of.certificate().getNotAfter().toInstant();
    }

    private static double failures(@Nullable Trouble trouble) {
        return trouble == null ? 0 : trouble.failures();
    }

    private static double seconds(Instant time) {
        return time.toEpochMilli() / 1000.0;
    }
}
