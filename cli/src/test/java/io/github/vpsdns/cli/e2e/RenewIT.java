// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import io.github.vpsdns.sandbox.Sandbox;
import io.github.vpsdns.sandbox.acme.control.AcmeFault;
import io.github.vpsdns.sandbox.acme.control.Endpoint;
import io.github.vpsdns.sandbox.acme.model.ProblemType;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Renewal as a timer and as a service: the built command in its own process, against the sandbox. */
final class RenewIT {
    private static final Pattern LISTENING = Pattern.compile("serving (http://\\S+)/healthz");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Sandbox sandbox = Sandbox.start("example.com");

    @TempDir
    private Path work;

    @BeforeEach
    void issue() {
        Vpsdns.Outcome issued = vpsdns().with(
                        "VPSDNS_ACME_SERVER", sandbox.acmeDirectory().toString())
                .run("acme", "issue", "-d", "example.com", "-d", "*.example.com");
        assertThat(issued.status()).as(issued.err()).isZero();
        sandbox.calls().clear();
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void needsNeitherTokenNorCallsWhenNothingIsDue() {
        Vpsdns.Outcome outcome =
                new Vpsdns(work).with("VPSDNS_ACME_DIR", state()).run("acme", "renew");

        assertThat(outcome.status()).as(outcome.err()).isZero();
        assertThat(outcome.out()).startsWith("example.com: not due until ");
        assertThat(sandbox.calls().count("*", "/**")).isZero();
    }

    @Test
    void replacesTheCertificateWhenForcedAndTellsTheCaSo() {
        var before = Certificates.read(live("cert.pem"));

        Vpsdns.Outcome outcome = vpsdns().run("acme", "renew", "--force");

        assertThat(outcome.status()).as(outcome.err()).isZero();
        var after = Certificates.read(live("cert.pem"));
        assertThat(after.getSerialNumber()).isNotEqualTo(before.getSerialNumber());
        assertThat(Certificates.names(after)).containsExactly("*.example.com", "example.com");
        assertThat(sandbox.zones().records("example.com")).isEmpty();
        Vpsdns.Outcome list = vpsdns().run("acme", "list", "--json");
        assertThat(list.status()).as(list.out()).isZero();
    }

    @Test
    void failsMonitoringWithinTheTimeThatIsGiven() {
        assertThat(vpsdns().run("acme", "list", "--fail-within", "10d").status())
                .isZero();
        assertThat(vpsdns().run("acme", "list", "--fail-within", "100d").status())
                .isEqualTo(1);
    }

    @Test
    void keepsCertificatesAsAServiceThatCanBeWatchedAndStopsAtOnce() throws Exception {
        Vpsdns.Running service = vpsdns().start("acme", "run", "--listen", "0");
        try {
            await().atMost(PATIENCE)
                    .until(() ->
                            LISTENING.matcher(Files.readString(service.err())).find());
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(get(service, "/metrics").body())
                            .contains("vpsdns_acme_certificate_not_after_timestamp_seconds{lineage=\"example.com\"} "));
            assertThat(get(service, "/healthz").statusCode()).isEqualTo(200);
            assertThat(get(service, "/metrics").body()).doesNotContain(sandbox.token());

            long begin = System.nanoTime();
            service.process().destroy();
            Vpsdns.Outcome outcome = service.await();

            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(2));
            assertThat(outcome.status()).isEqualTo(143);
            assertThat(outcome.err()).contains("keeping one certificate in", "stopped\n");
            assertThat(outcome.out()).isEmpty();
        } finally {
            service.process().destroyForcibly();
        }
    }

    @Test
    void tellsACommandAndAWebhookWhenARenewalFails() throws IOException {
        Path told = work.resolve("told");
        Queue<String> posted = new ConcurrentLinkedQueue<>();
        HttpServer chat = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        chat.createContext("/", exchange -> {
            try (exchange) {
                posted.add(exchange.getRequestURI() + " "
                        + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
                exchange.sendResponseHeaders(200, -1);
            }
        });
        chat.start();
        sandbox.acme().faults().next(Endpoint.NEW_ORDER, AcmeFault.problem(ProblemType.REJECTED_IDENTIFIER, "not you"));
        try {
            Vpsdns.Outcome outcome = vpsdns().with(
                            "VPSDNS_ACME_NOTIFY_WEBHOOK",
                            "http://127.0.0.1:" + chat.getAddress().getPort() + "/secret")
                    .with("VPSDNS_ACME_NOTIFY_COMMAND", "env | grep -E '^VPS' | sort >'" + told + "'")
                    .run("acme", "renew", "--force");

            assertThat(outcome.status()).isEqualTo(1);
            assertThat(outcome.err())
                    .contains("vpsdns: example.com: ", "not you")
                    .doesNotContain("/secret");
            assertThat(posted)
                    .singleElement()
                    .asString()
                    .startsWith("/secret {\"text\":\"example.com: renewal failed: ")
                    .contains("not you", "\"failures\":1");
            assertThat(Files.readString(told))
                    .contains("VPSDNS_EVENT=failed\n", "VPSDNS_DOMAINS=example.com *.example.com\n")
                    .doesNotContain("VPS_API_TOKEN", sandbox.token());
        } finally {
            chat.stop(0);
        }
    }

    private static HttpResponse<String> get(Vpsdns.Running service, String path) throws Exception {
        Matcher listening = LISTENING.matcher(Files.readString(service.err()));
        assertThat(listening.find()).isTrue();
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(listening.group(1) + path))
                                .build(),
                        BodyHandlers.ofString());
    }

    private Vpsdns vpsdns() {
        return new Vpsdns(work)
                .with("VPS_API_URL", sandbox.apiUrl().toString())
                .with("VPS_API_TOKEN", sandbox.token())
                .with(
                        "VPSDNS_NAMESERVERS",
                        "127.0.0.1:" + sandbox.nameServers().get(0).getPort())
                .with("VPSDNS_ACME_AGREE_TOS", "true")
                .with("VPSDNS_ACME_DIR", state());
    }

    private String state() {
        return work.resolve("acme").toString();
    }

    private Path live(String file) {
        return work.resolve("acme/live/example.com").resolve(file);
    }
}
