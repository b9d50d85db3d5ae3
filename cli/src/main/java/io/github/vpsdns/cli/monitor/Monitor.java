// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.monitor;

import com.sun.net.httpserver.HttpServer;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * A small HTTP server for health and metrics. It has two daemon threads and takes GET and HEAD only.
 *
 * <p>Thread-safe.
 */
public final class Monitor implements AutoCloseable {
    private static final int THREADS = 2;

    static {
        // A client that sends nothing, or reads nothing, must not keep a thread: the JDK's server waits for ever by
        // default.
        setIfAbsent("sun.net.httpserver.maxReqTime", "10");
        setIfAbsent("sun.net.httpserver.maxRspTime", "30");
        setIfAbsent("jdk.httpserver.maxConnections", "64");
        // Without it each answer waits 40 ms for the acknowledgement of its head.
        setIfAbsent("sun.net.httpserver.nodelay", "true");
    }

    private final HttpServer server;
    private final ExecutorService threads;

    private Monitor(HttpServer server, ExecutorService threads) {
        this.server = server;
        this.threads = threads;
    }

    /**
     * Begins to listen.
     *
     * @param address where; port 0 takes any that is free
     * @param metrics what {@code /metrics} shows
     * @param problems asked at each {@code /healthz}, from any thread: one line for each thing that is wrong, none if all is well
     * @return the running server
     * @throws UncheckedIOException if it cannot listen there
     */
    public static Monitor start(
            InetSocketAddress address, PrometheusRegistry metrics, Supplier<List<String>> problems) {
        HttpServer server;
        try {
            server = HttpServer.create(address, 0);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot listen at " + text(address) + ": " + e.getMessage(), e);
        }
        AtomicInteger number = new AtomicInteger();
        ExecutorService threads = Executors.newFixedThreadPool(THREADS, work -> {
            Thread thread = new Thread(work, "vpsdns-monitor-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
        server.setExecutor(threads);
        server.createContext("/healthz", new Page("/healthz", new HealthPage(problems)));
        server.createContext("/metrics", new Page("/metrics", new MetricsPage(metrics)));
        server.start();
        return new Monitor(server, threads);
    }

    /**
     * Returns where it listens.
     *
     * @return the address and port, such as {@code 127.0.0.1:9245}
     */
    public String address() {
        return text(server.getAddress());
    }

    /** Stops listening and drops what is under way. */
    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private static String text(InetSocketAddress address) {
        String host = address.getAddress().getHostAddress();
        return (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + address.getPort();
    }

    private static void setIfAbsent(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }
}
