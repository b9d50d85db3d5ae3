// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.renewal;

import io.github.vpsdns.cli.api.CallCounter;
import io.github.vpsdns.cli.testing.MetricNames;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.util.List;
import java.util.Set;

/** The metrics of the service that renews, for a look at the documentation. */
public final class RenewalMetricNames {
    private RenewalMetricNames() {}

    /** Returns all that the service registers. */
    public static Set<String> all() {
        PrometheusRegistry registry = new PrometheusRegistry();
        new RenewalMetrics(registry, new CallCounter()).watch(List::of, () -> null);
        return MetricNames.of(registry);
    }
}
