// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.webhook.service;

import io.github.vpsdns.cli.api.CallCounter;
import io.github.vpsdns.cli.testing.MetricNames;
import io.github.vpsdns.core.testing.ManualTime;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.util.Set;

/** The server's metrics, for a look at the documentation. */
public final class ServerMetricNames {
    private ServerMetricNames() {}

    /** Returns all that the server registers. */
    public static Set<String> all() {
        PrometheusRegistry registry = new PrometheusRegistry();
        new ServerMetrics(registry, new CallCounter());
        StatusMetrics.register(registry, new Samples.State()::status, new ManualTime());
        return MetricNames.of(registry);
    }
}
