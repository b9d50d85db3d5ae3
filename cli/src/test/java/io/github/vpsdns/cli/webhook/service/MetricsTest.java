// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.webhook.service;

import static io.github.vpsdns.cli.webhook.service.Samples.CHALLENGE;
import static io.github.vpsdns.cli.webhook.service.Samples.CLIENT;
import static io.github.vpsdns.cli.webhook.service.Samples.HOME;
import static io.github.vpsdns.cli.webhook.service.Samples.LATER;
import static io.github.vpsdns.cli.webhook.service.Samples.answered;
import static io.github.vpsdns.cli.webhook.service.Samples.changed;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpsdns.cli.api.CallCounter;
import io.github.vpsdns.cli.monitor.JvmMetrics;
import io.github.vpsdns.cli.monitor.MetricsText;
import io.github.vpsdns.cli.webhook.service.Samples.State;
import io.github.vpsdns.core.testing.ManualTime;
import io.github.vpsdns.webhook.report.WebhookEvent;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class MetricsTest {
    private final PrometheusRegistry registry = new PrometheusRegistry();
    private final ServerMetrics metrics = new ServerMetrics(registry, new CallCounter());
    private final ManualTime time = new ManualTime();

    @Test
    void countsRequestsByPathAndStatus() {
        metrics.onEvent(answered("/nic/update", "box", true, 200));
        metrics.onEvent(answered("/nic/update", "box", true, 200));
        metrics.onEvent(answered(null, null, false, 404));

        assertThat(lines())
                .contains(
                        "vpsdns_webhook_requests_total{path=\"/nic/update\",status=\"200\"} 2.0",
                        "vpsdns_webhook_requests_total{path=\"other\",status=\"404\"} 1.0",
                        "vpsdns_webhook_request_seconds_bucket{path=\"/nic/update\",le=\"0.0025\"} 2",
                        "vpsdns_webhook_request_seconds_bucket{path=\"/nic/update\",le=\"0.001\"} 0");
    }

    @Test
    void countsWhatBecameOfUpdatesChallengesAndStrangers() {
        List.of(
                        changed("192.0.2.2"),
                        new WebhookEvent.Delayed(HOME, "away", LATER),
                        new WebhookEvent.GivenUp(HOME, "no zone"),
                        new WebhookEvent.Denied(null, CLIENT, "no such user"),
                        new WebhookEvent.LockedOut("box", LATER),
                        new WebhookEvent.Presented(CHALLENGE, "box"),
                        new WebhookEvent.Withdrawn(CHALLENGE, "box", true))
                .forEach(metrics::onEvent);

        assertThat(lines())
                .contains(
                        "vpsdns_webhook_updates_total{result=\"changed\"} 1.0",
                        "vpsdns_webhook_updates_total{result=\"delayed\"} 1.0",
                        "vpsdns_webhook_updates_total{result=\"given_up\"} 1.0",
                        "vpsdns_webhook_denied_total{reason=\"no such user\"} 1.0",
                        "vpsdns_webhook_lockouts_total 1.0",
                        "vpsdns_webhook_challenges_handled_total{result=\"presented\"} 1.0",
                        "vpsdns_webhook_challenges_handled_total{result=\"expired\"} 1.0");
    }

    @Test
    void reasonsThatStrangersCouldMakeUpFillNoMemory() {
        for (int i = 0; i < 1000; i++) {
            metrics.onEvent(new WebhookEvent.Denied(null, CLIENT, "reason " + i));
        }

        assertThat(lines().stream().filter(line -> line.startsWith("vpsdns_webhook_denied_total{")))
                .hasSize(21)
                .contains("vpsdns_webhook_denied_total{reason=\"other\"} 980.0");
    }

    @Test
    void showsHowItStands() {
        State state = new State()
                .waits(2, time.now().minus(Duration.ofSeconds(90)))
                .api("away", LATER)
                .certificate(LATER, null)
                .host(null);
        StatusMetrics.register(registry, state::status, time);

        assertThat(lines())
                .contains(
                        "vpsdns_webhook_hosts 1.0",
                        "vpsdns_webhook_waiting 2.0",
                        "vpsdns_webhook_oldest_wait_seconds 90.0",
                        "vpsdns_webhook_api_paused 1.0",
                        "vpsdns_webhook_store_failed 0.0",
                        "vpsdns_webhook_certificate_end_timestamp_seconds 1.7672259E9",
                        "vpsdns_webhook_host_updated_timestamp_seconds{family=\"ipv4\",name=\"home.example.com\"}"
                                + " 1.7672259E9");
    }

    @Test
    void showsWhetherTheConfigurationIsGood() {
        metrics.configuration(false);

        assertThat(lines()).contains("vpsdns_webhook_configuration_good 0.0");
    }

    @Test
    void showsTheJvm() {
        JvmMetrics.register(registry);

        assertThat(lines())
                .anyMatch(line -> line.startsWith("jvm_memory_used_bytes{area=\"heap\"} "))
                .anyMatch(line -> line.startsWith("process_start_time_seconds "))
                .anyMatch(line -> line.startsWith("jvm_threads_current "));
    }

    private List<String> lines() {
        return new String(new MetricsText(registry).now(), StandardCharsets.UTF_8)
                .lines()
                .toList();
    }
}
