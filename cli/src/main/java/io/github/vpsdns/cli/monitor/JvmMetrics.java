// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.monitor;

import io.prometheus.metrics.core.metrics.CounterWithCallback;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.util.function.DoubleSupplier;

/** The few figures of the JVM that an operator of a service looks at, under the names that dashboards know. */
public final class JvmMetrics {
    private JvmMetrics() {}

    /**
     * Adds the metrics.
     *
     * @param registry where to
     */
    public static void register(PrometheusRegistry registry) {
        MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
        GaugeWithCallback.builder()
                .name("jvm_memory_used_bytes")
                .help("Memory in use, on the heap and beside it.")
                .labelNames("area")
                .callback(out -> {
                    out.call((double) memory.getHeapMemoryUsage().getUsed(), "heap");
                    out.call((double) memory.getNonHeapMemoryUsage().getUsed(), "nonheap");
                })
                .register(registry);
        gauge(registry, "jvm_memory_max_heap_bytes", "How far the heap may grow.", () ->
                (double) memory.getHeapMemoryUsage().getMax());
        gauge(
                registry,
                "jvm_threads_current",
                "Threads of the platform.",
                () -> ManagementFactory.getThreadMXBean().getThreadCount());
        gauge(
                registry,
                "process_start_time_seconds",
                "When the process was started.",
                () -> ManagementFactory.getRuntimeMXBean().getStartTime() / 1000.0);
        CounterWithCallback.builder()
                .name("jvm_gc_collection_seconds")
                .help("Time spent on collecting garbage.")
                .callback(out -> out.call((double) ManagementFactory.getGarbageCollectorMXBeans().stream()
                                .mapToLong(GarbageCollectorMXBean::getCollectionTime)
                                .sum()
                        / 1000.0))
                .register(registry);
    }

    private static void gauge(PrometheusRegistry registry, String name, String help, DoubleSupplier value) {
        GaugeWithCallback.builder()
                .name(name)
                .help(help)
                .callback(out -> out.call(value.getAsDouble()))
                .register(registry);
    }
}
