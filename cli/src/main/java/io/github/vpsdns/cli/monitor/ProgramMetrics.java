// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.monitor;

import io.github.vpsdns.cli.api.CallCounter;
import io.github.vpsdns.cli.base.Version;
import io.prometheus.metrics.core.metrics.CounterWithCallback;
import io.prometheus.metrics.core.metrics.Info;
import io.prometheus.metrics.model.registry.PrometheusRegistry;

/** What is measured of any service: its version and its calls. */
public final class ProgramMetrics {
    private ProgramMetrics() {}

    /**
     * Adds the metrics.
     *
     * @param registry where to
     * @param calls the calls of the DNS API
     */
    public static void register(PrometheusRegistry registry, CallCounter calls) {
        CounterWithCallback.builder()
                .name("vpsdns_api_calls")
                .help("Calls of the DNS API, by the HTTP status of the answer; 0 if none came.")
                .labelNames("operation", "status")
                .callback(out -> calls.outcomes()
                        .forEach((of, count) -> out.call(count, of.operation(), String.valueOf(of.status()))))
                .register(registry);
        Info.builder()
                .name("vpsdns_build")
                .help("The running version.")
                .labelNames("version")
                .register(registry)
                .addLabelValues(Version.number());
    }
}
