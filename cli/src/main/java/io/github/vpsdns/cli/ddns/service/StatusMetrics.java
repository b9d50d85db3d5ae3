// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.ddns.service;

import io.github.vpsdns.ddns.report.AgentStatus;
import io.github.vpsdns.ddns.report.AgentStatus.Phase;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * How it stands with the agent, as metrics, asked when they are read. The labels are families, phases and, for the phase alone, the
 * names of the configuration.
 */
final class StatusMetrics {
    private final PrometheusRegistry registry;
    private final Supplier<AgentStatus> status;

    private StatusMetrics(PrometheusRegistry registry, Supplier<AgentStatus> status) {
        this.registry = registry;
        this.status = status;
    }

    static void register(PrometheusRegistry registry, Supplier<AgentStatus> status) {
        StatusMetrics metrics = new StatusMetrics(registry, status);
        metrics.addresses();
        metrics.records();
        metrics.api();
    }

    private void addresses() {
        perFamily("addresses", "How many addresses count.", addresses ->
                (double) addresses.addresses().size());
        perFamily(
                "address_unknown",
                "1 if it is not known at the moment where to find them.",
                addresses -> addresses.problem() == null ? 0.0 : 1.0);
        perFamily(
                "address_changed_timestamp_seconds",
                "When they began to count.",
                addresses -> addresses.changed() == null ? null : seconds(addresses.changed()));
    }

    /** Several rules may find addresses of a family. */
    private void perFamily(String name, String help, Function<AgentStatus.Address, @Nullable Double> value) {
        gauge(
                name,
                help,
                out -> {
                    Map<String, Double> largest = new TreeMap<>();
                    status.get().addresses().forEach(addresses -> {
                        Double now = value.apply(addresses);
                        if (now != null) {
                            largest.merge(addresses.family().word(), now, Math::max);
                        }
                    });
                    largest.forEach((family, now) -> out.call(now, family));
                },
                "family");
    }

    private void records() {
        gauge(
                "records",
                "How many sets of records are in a phase.",
                out -> {
                    Map<Phase, Integer> counts = new EnumMap<>(Phase.class);
                    status.get().records().forEach(records -> counts.merge(records.phase(), 1, Integer::sum));
                    for (Phase phase : Phase.values()) {
                        out.call(counts.getOrDefault(phase, 0), word(phase));
                    }
                },
                "phase");
        gauge(
                "record_phase",
                "1 for the phase that a set of records is in.",
                out -> status.get()
                        .records()
                        .forEach(records -> out.call(
                                1, records.name().toString(), records.family().word(), word(records.phase()))),
                "name",
                "family",
                "phase");
        time(
                "last_change",
                "When a record was written last.",
                now -> now.records().stream()
                        .map(AgentStatus.Records::changed)
                        .filter(Objects::nonNull)
                        .max(Instant::compareTo)
                        .orElse(null));
    }

    private void api() {
        gauge(
                "api_paused",
                "1 while calls are held back after a failure.",
                out -> out.call(status.get().pause() == null ? 0 : 1));
        time("last_comparison", "When all records were compared with the API last.", AgentStatus::lastCompared);
        time("last_step", "When the agent's loop went round last.", AgentStatus::lastStep);
    }

    private void time(String name, String help, Function<AgentStatus, @Nullable Instant> value) {
        gauge(name + "_timestamp_seconds", help, out -> {
            Instant time = value.apply(status.get());
            if (time != null) {
                out.call(seconds(time));
            }
        });
    }

    private void gauge(String name, String help, Consumer<GaugeWithCallback.Callback> callback, String... labels) {
        GaugeWithCallback.builder()
                .name(AgentMetrics.PREFIX + name)
                .help(help)
                .labelNames(labels)
                .callback(callback)
                .register(registry);
    }

    private static String word(Phase phase) {
        return phase.name().toLowerCase(Locale.ROOT);
    }

    private static double seconds(Instant time) {
        return time.toEpochMilli() / 1000.0;
    }
}
