// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.testing;

import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.InfoSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import java.util.Set;
import java.util.TreeSet;

/** The names of metrics as people see them, whether there is anything to tell yet or not. */
public final class MetricNames {
    private MetricNames() {}

    /** Returns the names of all metrics that are registered. */
    public static Set<String> of(PrometheusRegistry registry) {
        Set<String> names = new TreeSet<>();
        registry.scrape().forEach(snapshot -> names.add(snapshot.getMetadata().getName() + ending(snapshot)));
        return names;
    }

    private static String ending(MetricSnapshot snapshot) {
        if (snapshot instanceof CounterSnapshot) {
            return "_total";
        }
        return snapshot instanceof InfoSnapshot ? "_info" : "";
    }
}
