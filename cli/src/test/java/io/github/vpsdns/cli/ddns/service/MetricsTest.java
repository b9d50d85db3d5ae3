// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.ddns.service;

import static io.github.vpsdns.cli.ddns.service.Samples.HOME;
import static io.github.vpsdns.cli.ddns.service.Samples.START;
import static io.github.vpsdns.cli.ddns.service.Samples.ips;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpsdns.cli.api.CallCounter;
import io.github.vpsdns.cli.monitor.Monitor;
import io.github.vpsdns.cli.testing.Exposition;
import io.github.vpsdns.core.address.Family;
import io.github.vpsdns.core.api.CallEvent;
import io.github.vpsdns.core.edit.SetOutcome;
import io.github.vpsdns.core.error.ServerErrorException;
import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.ddns.report.AgentEvent;
import io.github.vpsdns.ddns.report.AgentStatus.Phase;
import io.github.vpsdns.ddns.settings.DriftPolicy;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MetricsTest {
    private final PrometheusRegistry registry = new PrometheusRegistry();
    private final CallCounter calls = new CallCounter();
    private final Samples agent = Samples.well();
    private final AgentMetrics metrics = new AgentMetrics(registry, calls);

    @BeforeEach
    void watch() {
        StatusMetrics.register(registry, agent::status);
    }

    @Test
    void countWhatHappens() throws Exception {
        metrics.onEvent(
                new AgentEvent.AddressChanged(Family.IPV4, ips("192.0.2.1"), ips("192.0.2.2"), List.of("interface")));
        metrics.onEvent(new AgentEvent.RecordsPublished(
                HOME,
                Family.IPV4,
                ips("192.0.2.1"),
                ips("192.0.2.2"),
                new SetOutcome(0, 1, 0, 2),
                Duration.ofMillis(300)));
        metrics.onEvent(new AgentEvent.RecordsVerified(HOME, Family.IPV4, ips("192.0.2.2"), Duration.ofMillis(1500)));
        metrics.onEvent(
                new AgentEvent.DriftFound(HOME, Family.IPV4, ips("192.0.2.1"), ips("192.0.2.9"), DriftPolicy.RESTORE));
        metrics.onEvent(
                new AgentEvent.RecordsFailed(HOME, Family.IPV4, new ServerErrorException(Samples.problem(503)), START));
        metrics.onEvent(new AgentEvent.ApiPaused(new ServerErrorException(Samples.problem(503)), START));
        metrics.configuration(false);

        Exposition read = read();

        assertThat(read.value("vpsdns_ddns_address_changes_total{family=\"ipv4\"}"))
                .isOne();
        assertThat(read.value("vpsdns_ddns_updates_total{result=\"published\"}"))
                .isOne();
        assertThat(read.value("vpsdns_ddns_updates_total{result=\"failed\"}")).isOne();
        assertThat(read.value("vpsdns_ddns_records_written_total{how=\"changed\"}"))
                .isOne();
        assertThat(read.value("vpsdns_ddns_records_written_total{how=\"deleted\"}"))
                .isEqualTo(2);
        assertThat(read.value("vpsdns_ddns_drift_total{policy=\"restore\"}")).isOne();
        assertThat(read.value("vpsdns_ddns_api_pauses_total")).isOne();
        assertThat(read.value("vpsdns_ddns_reaction_seconds_sum")).isEqualTo(0.3);
        assertThat(read.value("vpsdns_ddns_reaction_seconds_bucket{le=\"0.25\"}"))
                .isZero();
        assertThat(read.value("vpsdns_ddns_reaction_seconds_bucket{le=\"0.5\"}"))
                .isOne();
        assertThat(read.value("vpsdns_ddns_verification_seconds_count")).isOne();
        assertThat(read.value("vpsdns_ddns_configuration_good")).isZero();
    }

    @Test
    void showHowItStands() throws Exception {
        agent.more(DomainName.of("ill.example.com"), Phase.FAILED, "no zone").paused("away", null);

        Exposition read = read();

        assertThat(read.value("vpsdns_ddns_addresses{family=\"ipv4\"}")).isOne();
        assertThat(read.value("vpsdns_ddns_address_unknown{family=\"ipv4\"}")).isZero();
        assertThat(read.value("vpsdns_ddns_records{phase=\"verified\"}")).isOne();
        assertThat(read.value("vpsdns_ddns_records{phase=\"failed\"}")).isOne();
        assertThat(read.value("vpsdns_ddns_records{phase=\"drifted\"}")).isZero();
        assertThat(read.value("vpsdns_ddns_record_phase{family=\"ipv4\",name=\"ill.example.com\",phase=\"failed\"}"))
                .isOne();
        assertThat(read.value("vpsdns_ddns_api_paused")).isOne();
        assertThat(read.value("vpsdns_ddns_last_comparison_timestamp_seconds"))
                .isEqualTo((double) START.getEpochSecond());
        assertThat(read.value("vpsdns_ddns_last_change_timestamp_seconds")).isEqualTo((double) START.getEpochSecond());
    }

    @Test
    void countCallsByOperationAndStatus() throws Exception {
        calls.onCall(new CallEvent("updateRecord", "PATCH", 1, 200, Duration.ofMillis(5)));
        calls.onCall(new CallEvent("updateRecord", "PATCH", 1, 0, Duration.ofMillis(5)));

        Exposition read = read();

        assertThat(read.value("vpsdns_api_calls_total{operation=\"updateRecord\",status=\"200\"}"))
                .isOne();
        assertThat(read.value("vpsdns_api_calls_total{operation=\"updateRecord\",status=\"0\"}"))
                .isOne();
    }

    @Test
    void haveNoMoreSeriesForMoreNamesButOneEach() throws Exception {
        int before = read().values().size();
        for (int i = 0; i < 100; i++) {
            agent.more(DomainName.of("n" + i + ".example.com"), Phase.VERIFIED, null);
        }

        assertThat(read().values()).hasSize(before + 100);
    }

    /** As Prometheus reads them. */
    private Exposition read() throws Exception {
        InetSocketAddress anywhere = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        try (Monitor monitor = Monitor.start(anywhere, registry, List::of)) {
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://" + monitor.address() + "/metrics"))
                    .build();
            return Exposition.parse(HttpClient.newHttpClient()
                    .send(request, BodyHandlers.ofString())
                    .body());
        }
    }
}
