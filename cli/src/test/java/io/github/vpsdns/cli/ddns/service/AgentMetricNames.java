// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.ddns.service;

import io.github.vpsdns.cli.api.CallCounter;
import io.github.vpsdns.cli.testing.MetricNames;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.util.Set;

/** The agent's metrics, for a look at the documentation. */
public final class AgentMetricNames {
    private AgentMetricNames() {}

    /** Returns all that the agent registers. */
    public static Set<String> all() {
        PrometheusRegistry registry = new PrometheusRegistry();
        new AgentMetrics(registry, new CallCounter());
        StatusMetrics.register(registry, Samples.well()::status);
        return MetricNames.of(registry);
    }
}
