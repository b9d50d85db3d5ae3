// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.renewal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.vpsdns.cli.testing.Exposition;
import io.github.vpsdns.cli.testing.Run;
import io.github.vpsdns.sandbox.acme.control.AcmeFault;
import io.github.vpsdns.sandbox.acme.control.Endpoint;
import io.github.vpsdns.sandbox.acme.model.ProblemType;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AcmeRunTest {
    private static final Duration LATE = Duration.ofDays(70);

    @TempDir
    private Path directory;

    private Place place;

    @BeforeEach
    void prepare() {
        place = new Place(directory);
    }

    @AfterEach
    void stop() {
        place.close();
    }

    @Test
    void saysWhatItKeepsAndStopsAtOnceWhenIdle() {
        place.issue("-d", "example.com");
        try (RunningService service = new RunningService(place.surroundings())) {
            service.awaitWords("example.com: valid until ");

            assertThat(service.stop()).isLessThan(Duration.ofSeconds(2));

            assertThat(service.err())
                    .contains(" keeping one certificate in '" + place.state + "'\n")
                    .containsPattern(" example.com: valid until \\S+Z; next \\S+Z, its lifetime nears its end then\n")
                    .endsWith(" stopped\n");
            assertThat(service.out()).isEmpty();
        }
    }

    @Test
    void renewsWhatIsDue() {
        place.issue("-d", "example.com");
        String before = place.certificate("example.com");
        place.time.advance(LATE);
        try (RunningService service = new RunningService(place.surroundings())) {
            service.awaitWords("example.com: renewed, valid until ");
        }
        assertThat(place.certificate("example.com")).isNotEqualTo(before);
        assertThat(place.sandbox.zones().records("example.com")).isEmpty();
    }

    @Test
    void writesALineOfJsonForEachEvent() {
        place.issue("-d", "example.com");
        place.time.advance(LATE);
        place.sandbox
                .acme()
                .faults()
                .next(Endpoint.NEW_ORDER, AcmeFault.problem(ProblemType.MALFORMED, "no such thing"));
        try (RunningService service = new RunningService(place.surroundings(), "--json")) {
            service.awaitWords("\"event\":\"failed\"").stop();

            JsonNode failed = service.out()
                    .lines()
                    .map(line -> JsonMapper.shared().readTree(line))
                    .filter(event -> event.get("event").asString().equals("failed"))
                    .findFirst()
                    .orElseThrow();
            assertThat(failed.get("lineage").asString()).isEqualTo("example.com");
            assertThat(failed.get("message").asString())
                    .startsWith("renewal failed: ")
                    .contains("no such thing");
            assertThat(failed.get("error").get("error_code").asString()).isEqualTo("malformed");
            assertThat(failed.get("next_attempt").asString()).endsWith("Z");
            assertThat(service.err()).isEmpty();
        }
    }

    @Test
    void servesMetricsOfTheSchedulerItself() throws Exception {
        place.issue("-d", "example.com");
        place.time.advance(LATE);
        try (RunningService service = new RunningService(place.surroundings(), "--listen", "0")) {
            service.awaitWords("example.com: renewed");
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(service.get("/metrics").body())
                            .contains("vpsdns_acme_last_round_timestamp_seconds "));

            Exposition metrics = Exposition.parse(service.get("/metrics").body());

            String lineage = "{lineage=\"example.com\"}";
            double now = place.time.now().getEpochSecond();
            assertThat(metrics.value("vpsdns_acme_certificate_not_after_timestamp_seconds" + lineage))
                    .isGreaterThan(now + Duration.ofDays(89).toSeconds());
            assertThat(metrics.value("vpsdns_acme_last_success_timestamp_seconds" + lineage))
                    .isBetween(now - 120, now + 1);
            assertThat(metrics.value("vpsdns_acme_next_attempt_timestamp_seconds" + lineage))
                    .isGreaterThan(now);
            assertThat(metrics.value("vpsdns_acme_propagation_seconds" + lineage))
                    .isBetween(0.0, 60.0);
            assertThat(metrics.value("vpsdns_acme_renewal_failures" + lineage)).isZero();
            assertThat(metrics.value("vpsdns_acme_renewal_attempts_total{lineage=\"example.com\",result=\"renewed\"}"))
                    .isEqualTo(1);
            assertThat(metrics.value("vpsdns_acme_leftover_values")).isZero();
            assertThat(metrics.value("vpsdns_api_calls_total{operation=\"createRecord\",status=\"201\"}"))
                    .isEqualTo(1);
            assertThat(metrics.text()).doesNotContain(place.sandbox.token());
        }
    }

    @Test
    void isHealthyUntilACertificateNearsItsEnd() throws Exception {
        place.issue("-d", "example.com");
        place.sandbox.acme().faults().always(Endpoint.NEW_ORDER, AcmeFault.problem(ProblemType.MALFORMED, "no"));
        try (RunningService service = new RunningService(place.surroundings(), "--listen", "0")) {
            service.awaitWords("serving http://");
            assertThat(service.get("/healthz").statusCode()).isEqualTo(200);
        }
        place.time.advance(Duration.ofDays(87));
        try (RunningService service = new RunningService(place.surroundings(), "--listen", "0")) {
            service.awaitWords("renewal failed");
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() ->
                            assertThat(service.get("/healthz").statusCode()).isEqualTo(503));

            HttpResponse<String> answer = service.get("/healthz");

            assertThat(answer.body()).startsWith("example.com: expires at ").hasLineCount(1);
        }
    }

    @Test
    void tellsOfAFailureEvenWhenItIsStoppedMeanwhile() {
        place.issue("-d", "example.com");
        place.time.advance(LATE);
        place.sandbox.acme().faults().always(Endpoint.NEW_ORDER, AcmeFault.problem(ProblemType.MALFORMED, "no"));
        Path told = directory.resolve("told");
        try (RunningService service = new RunningService(
                place.surroundings(), "--notify-command", "sleep 1; echo $VPSDNS_EVENT > '" + told + "'")) {
            service.awaitWords("renewal failed").stop();

            assertThat(told).hasContent("failed");
            assertThat(service.err()).doesNotContain("before all notices were sent");
        }
    }

    @Test
    void keepsWhatIsGivenAgain() {
        place.issue("-d", "example.com", "--deploy-hook", "echo first");
        try (RunningService service = new RunningService(place.surroundings(), "--deploy-hook", "echo second")) {
            service.awaitWords("keeping one certificate");
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(place.settings("example.com")
                                    .get("deployHook")
                                    .asString())
                            .isEqualTo("echo second"));
        }
    }

    @Test
    void keepsNamesThatAreGivenWithTheirCertificateAndLeavesOthersTheirs() {
        place.issue("-d", "example.com");
        try (RunningService service = new RunningService(
                place.surroundings(), "-d", "example.com,www.example.com", "--deploy-hook", "true")) {
            service.awaitWords("example.com: renewed");
        }
        place.issue("-d", "example.net");
        try (RunningService service = new RunningService(place.surroundings(), "--deploy-hook", "true")) {
            service.awaitWords("keeping 2 certificates");
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(
                            () -> assertThat(place.settings("example.net").has("deployHook"))
                                    .isTrue());
        }
        assertThat(place.settings("example.com").get("names").size()).isEqualTo(2);
        assertThat(place.settings("example.net").get("names").size()).isEqualTo(1);
    }

    @Test
    void needsATokenFromTheStart() {
        place.issue("-d", "example.com");

        refused("no API token", place.withoutToken().run("acme", "run"));
    }

    @Test
    void needsAnAddressToListenAt() {
        refused("--listen: 'here' is not an address", place.surroundings().run("acme", "run", "--listen", "here"));
    }

    @Test
    void saysWhereItCannotListen() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Run run = place.surroundings().run("acme", "run", "--listen", String.valueOf(taken.getLocalPort()));

            assertThat(run.status()).isEqualTo(1);
            assertThat(run.err()).contains("vpsdns: cannot listen at 127.0.0.1:" + taken.getLocalPort());
        }
    }

    private static void refused(String words, Run run) {
        assertThat(run.status()).as(run.err()).isEqualTo(2);
        assertThat(run.err()).startsWith("vpsdns: ").contains(words).hasLineCount(1);
    }
}
