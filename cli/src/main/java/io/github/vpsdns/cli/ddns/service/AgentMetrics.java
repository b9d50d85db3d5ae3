// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.ddns.service;

import io.github.vpsdns.cli.api.CallCounter;
import io.github.vpsdns.cli.monitor.ProgramMetrics;
import io.github.vpsdns.core.edit.SetOutcome;
import io.github.vpsdns.ddns.report.AgentEvent;
import io.github.vpsdns.ddns.report.AgentEvent.AddressChanged;
import io.github.vpsdns.ddns.report.AgentEvent.ApiPaused;
import io.github.vpsdns.ddns.report.AgentEvent.DriftFound;
import io.github.vpsdns.ddns.report.AgentEvent.MemoryUnsaved;
import io.github.vpsdns.ddns.report.AgentEvent.RecordsFailed;
import io.github.vpsdns.ddns.report.AgentEvent.RecordsPublished;
import io.github.vpsdns.ddns.report.AgentEvent.RecordsUnverified;
import io.github.vpsdns.ddns.report.AgentEvent.RecordsVerified;
import io.github.vpsdns.ddns.report.AgentEvent.RecordsWithdrawn;
import io.github.vpsdns.ddns.report.AgentListener;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Gauge;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What the agent does, as metrics; how it stands is in {@link StatusMetrics}. Thread-safe. */
final class AgentMetrics implements AgentListener {
    static final String PREFIX = "vpsdns_ddns_";

    private final PrometheusRegistry registry;
    private final Counter addressChanges;
    private final Counter updates;
    private final Counter records;
    private final Counter drift;
    private final Counter pauses;
    private final Counter unsaved;
    private final Histogram reaction;
    private final Histogram verification;
    private final Gauge configuration;

    AgentMetrics(PrometheusRegistry registry, CallCounter calls) {
        this.registry = registry;
        ProgramMetrics.register(registry, calls);
        addressChanges = counter("address_changes", "How often other addresses counted.", "family");
        updates = counter("updates", "Sets of records that were to be made right, by what became of it.", "result");
        records = counter("records_written", "Records that were written.", "how");
        drift = counter("drift", "Sets of records that somebody else had changed.", "policy");
        pauses = counter("api_pauses", "How often calls were held back after a failure.");
        unsaved = counter("memory_failures", "How often what is to be remembered could not be written.");
        reaction = histogram(
                "reaction_seconds", "From reading another address to the record.", .05, .1, .25, .5, 1, 2, 5, 15, 60);
        verification = histogram(
                "verification_seconds",
                "From writing a record to all name servers saying so.",
                .1,
                .5,
                1,
                2,
                5,
                10,
                30,
                60,
                300,
                900);
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
    public void onEvent(AgentEvent event) {
        if (event instanceof AddressChanged changed) {
            addressChanges.labelValues(changed.family().word()).inc();
        } else if (event instanceof RecordsPublished published) {
            updates.labelValues("published").inc();
            written(published.outcome());
            observe(reaction, published.reaction());
        } else if (event instanceof RecordsWithdrawn withdrawn) {
            updates.labelValues("withdrawn").inc();
            records.labelValues("deleted").inc(withdrawn.removed());
        } else if (event instanceof RecordsFailed) {
            updates.labelValues("failed").inc();
        } else if (event instanceof RecordsVerified verified) {
            updates.labelValues("verified").inc();
            observe(verification, verified.after());
        } else if (event instanceof RecordsUnverified) {
            updates.labelValues("unverified").inc();
        } else if (event instanceof DriftFound found) {
            drift.labelValues(found.policy().word()).inc();
        } else if (event instanceof ApiPaused) {
            pauses.inc();
        } else if (event instanceof MemoryUnsaved) {
            unsaved.inc();
        }
    }

    private void written(SetOutcome outcome) {
        records.labelValues("changed").inc(outcome.changed());
        records.labelValues("created").inc(outcome.created());
        records.labelValues("deleted").inc(outcome.deleted());
    }

    private static void observe(Histogram histogram, @Nullable Duration duration) {
        if (duration != null) {
            histogram.observe(duration.toMillis() / 1000.0);
        }
    }

    private Counter counter(String name, String help, String... labels) {
        return Counter.builder()
                .name(PREFIX + name)
                .help(help)
                .labelNames(labels)
                .register(registry);
    }

    private Histogram histogram(String name, String help, double... bounds) {
        return Histogram.builder()
                .name(PREFIX + name)
                .help(help)
                .classicOnly()
                .classicUpperBounds(bounds)
                .register(registry);
    }
}
