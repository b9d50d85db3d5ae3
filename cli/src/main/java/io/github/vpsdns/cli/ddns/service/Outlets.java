// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.ddns.service;

import io.github.vpsdns.cli.api.CallCounter;
import io.github.vpsdns.cli.monitor.Heartbeat;
import io.github.vpsdns.cli.monitor.Monitor;
import io.github.vpsdns.cli.notify.Notifier;
import io.github.vpsdns.core.time.Timekeeper;
import io.github.vpsdns.ddns.report.AgentEvent;
import io.github.vpsdns.ddns.report.AgentListener;
import io.github.vpsdns.ddns.report.AgentStatus;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Where others can see or are told how it stands: health and metrics, heartbeat, notices. What is there follows the settings, which
 * may change.
 *
 * <p>{@link #apply} and {@link #close} belong to the service's thread; the rest is thread-safe.
 */
final class Outlets implements AgentListener, AutoCloseable {
    /** The service is to end within a second. */
    private static final Duration NOTICE_LIMIT = Duration.ofMillis(500);

    private final CallCounter calls;
    private final Timekeeper time;
    private final AgentLog log;
    private final AgentHealth health;
    private final Notifier notifier;
    private final PrometheusRegistry registry = new PrometheusRegistry();

    private volatile ServiceSettings settings;
    private volatile @Nullable AgentMetrics metrics;
    private volatile @Nullable Heartbeat heartbeat;
    private @Nullable Monitor monitor;

    Outlets(ServiceSettings settings, CallCounter calls, Timekeeper time, AgentLog log, AgentHealth health) {
        this.settings = settings;
        this.calls = calls;
        this.time = time;
        this.log = log;
        this.health = health;
        this.notifier = new Notifier(settings.onChange(), problem -> log.say("notice-lost", problem));
        this.heartbeat = heartbeat(settings);
    }

    /**
     * Begins to listen, if that is wanted.
     *
     * @throws UncheckedIOException if it cannot
     */
    void open(Supplier<AgentStatus> status) {
        if (settings.listen() != null) {
            listen(settings.listen(), status);
        }
    }

    /** Follows other settings. Where it cannot listen it says so, and goes on listening where it did. */
    void apply(ServiceSettings next, Supplier<AgentStatus> status) {
        ServiceSettings before = settings;
        settings = next;
        notifier.use(next.onChange());
        if (!Objects.equals(before.heartbeat(), next.heartbeat())
                || !before.interval().equals(next.interval())) {
            Heartbeat old = heartbeat;
            heartbeat = heartbeat(next);
            if (old != null) {
                old.close();
            }
        }
        if (!Objects.equals(before.listen(), next.listen())) {
            move(before.listen(), next.listen(), status);
        }
    }

    /** The old place is left first, for the new one may be the same port of more addresses. */
    private void move(
            @Nullable InetSocketAddress before, @Nullable InetSocketAddress next, Supplier<AgentStatus> status) {
        closeMonitor();
        if (next != null && !canListen(next, status)) {
            boolean isBack = before != null && canListen(before, status);
            settings = new ServiceSettings(
                    isBack ? before : null, settings.onChange(), settings.heartbeat(), settings.interval());
        }
    }

    private boolean canListen(InetSocketAddress address, Supplier<AgentStatus> status) {
        try {
            listen(address, status);
            return true;
        } catch (UncheckedIOException e) {
            log.say("not-listening", String.valueOf(e.getMessage()));
            return false;
        }
    }

    private void listen(InetSocketAddress address, Supplier<AgentStatus> status) {
        Monitor started = Monitor.start(address, registry, () -> problems(status.get()));
        monitor = started;
        if (metrics == null) {
            metrics = new AgentMetrics(registry, calls);
            StatusMetrics.register(registry, status);
        }
        log.say("listening", "serving http://" + started.address() + "/healthz and /metrics");
    }

    @Override
    public void onEvent(AgentEvent event) {
        AgentMetrics counting = metrics;
        if (counting != null) {
            counting.onEvent(event);
        }
    }

    /** Takes note of whether the configuration could be used when it was read last. */
    void configuration(boolean good) {
        AgentMetrics counting = metrics;
        if (counting != null) {
            counting.configuration(good);
        }
    }

    void tell(AgentNotice notice) {
        notifier.tell(notice);
    }

    /** Tells the heartbeat, called every few seconds on one thread. */
    void look(AgentStatus status) {
        Heartbeat beating = heartbeat;
        List<String> problems = problems(status);
        boolean told = !problems.isEmpty() || health.isProven(status, settings.interval());
        if (beating != null && told) {
            beating.look(problems);
        }
    }

    private List<String> problems(AgentStatus status) {
        return health.problems(status, settings.interval());
    }

    private @Nullable Heartbeat heartbeat(ServiceSettings wanted) {
        return wanted.heartbeat() == null
                ? null
                : new Heartbeat(
                        wanted.heartbeat(), wanted.interval(), time, problem -> log.say("heartbeat-lost", problem));
    }

    private void closeMonitor() {
        if (monitor != null) {
            monitor.close();
            monitor = null;
        }
    }

    /** Sends what notices are left, for a moment at most, and ends. */
    @Override
    public void close() {
        closeMonitor();
        Heartbeat beating = heartbeat;
        if (beating != null) {
            beating.close();
        }
        notifier.close(NOTICE_LIMIT);
    }
}
