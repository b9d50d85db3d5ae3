// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.webhook.service;

import io.github.vpsdns.cli.api.CallCounter;
import io.github.vpsdns.cli.monitor.Heartbeat;
import io.github.vpsdns.cli.monitor.HeartbeatUrl;
import io.github.vpsdns.cli.monitor.JvmMetrics;
import io.github.vpsdns.cli.monitor.MetricsText;
import io.github.vpsdns.cli.notify.Notifier;
import io.github.vpsdns.core.time.Timekeeper;
import io.github.vpsdns.webhook.exchange.Reply;
import io.github.vpsdns.webhook.report.WebhookEvent;
import io.github.vpsdns.webhook.report.WebhookListener;
import io.github.vpsdns.webhook.report.WebhookStatus;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Where others can see or are told how it stands: metrics, heartbeat, notices, the audit log. What is there follows the settings, which
 * may change.
 *
 * <p>{@link #apply} and {@link #close} belong to the service's thread; the rest is thread-safe.
 */
final class Outlets implements WebhookListener, AutoCloseable {
    static final Duration HEARTBEAT = Duration.ofMinutes(5);
    private static final Duration NOTICE_LIMIT = Duration.ofMillis(500);

    private final Timekeeper time;
    private final ServerLog log;
    private final Notifier notifier;
    private final AuditLog audit;
    private final PrometheusRegistry registry = new PrometheusRegistry();
    private final MetricsText text = new MetricsText(registry);
    private final ServerMetrics metrics;

    private ServiceSettings settings;
    private volatile @Nullable Heartbeat heartbeat;

    /** @throws UncheckedIOException if the audit log cannot be written */
    Outlets(ServiceSettings settings, CallCounter calls, Timekeeper time, ServerLog log) {
        this.settings = settings;
        this.time = time;
        this.log = log;
        this.audit = new AuditLog(time, problem -> log.say("audit", problem));
        audit.use(settings.audit());
        this.notifier = new Notifier(settings.onChange(), problem -> log.say("notice-lost", problem));
        this.heartbeat = heartbeat(settings.heartbeat());
        this.metrics = new ServerMetrics(registry, calls);
        JvmMetrics.register(registry);
    }

    /** Lets metrics tell how the server stands; called once. */
    void open(Supplier<WebhookStatus> status) {
        StatusMetrics.register(registry, status, time);
    }

    /** Follows other settings. Where the audit log cannot be written it says so, and goes on with the former one. */
    void apply(ServiceSettings next) {
        ServiceSettings before = settings;
        settings = next;
        notifier.use(next.onChange());
        try {
            audit.use(next.audit());
        } catch (UncheckedIOException e) {
            log.say("audit", e.getMessage() + "; the former one goes on");
        }
        if (!Objects.equals(before.heartbeat(), next.heartbeat())) {
            Heartbeat old = heartbeat;
            heartbeat = heartbeat(next.heartbeat());
            if (old != null) {
                old.close();
            }
        }
    }

    @Override
    public void onEvent(WebhookEvent event) {
        metrics.onEvent(event);
        audit.onEvent(event);
    }

    Reply metrics() {
        return new Reply(200, MetricsText.TYPE, text.now(), Map.of("Cache-Control", "no-store"));
    }

    /** Takes note of whether the configuration could be used when it was read last. */
    void configuration(boolean good) {
        metrics.configuration(good);
    }

    void tell(ServerNotice notice) {
        notifier.tell(notice);
    }

    /** Tells the heartbeat, called every few seconds on one thread. */
    void look(List<String> problems) {
        Heartbeat beating = heartbeat;
        if (beating != null) {
            beating.look(problems);
        }
    }

    private @Nullable Heartbeat heartbeat(@Nullable HeartbeatUrl url) {
        return url == null ? null : new Heartbeat(url, HEARTBEAT, time, problem -> log.say("heartbeat-lost", problem));
    }

    /** Sends what notices are left, for a moment at most, and ends. */
    @Override
    public void close() {
        Heartbeat beating = heartbeat;
        if (beating != null) {
            beating.close();
        }
        notifier.close(NOTICE_LIMIT);
        audit.close();
    }
}
