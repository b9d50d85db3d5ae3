// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.vpsdns.acme.ca.AcmeServer;
import io.github.vpsdns.core.api.ApiToken;
import io.github.vpsdns.core.api.VpsDnsClient;
import io.github.vpsdns.core.dns.AuthoritativeDns;
import io.github.vpsdns.core.edit.RecordEditor;
import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.core.pace.ApiAccess;
import io.github.vpsdns.core.testing.FastTime;
import io.github.vpsdns.sandbox.Sandbox;
import io.github.vpsdns.webhook.report.WebhookEvent;
import io.github.vpsdns.webhook.report.WebhookEvent.CertificateFailed;
import io.github.vpsdns.webhook.report.WebhookEvent.CertificateShown;
import io.github.vpsdns.webhook.settings.TlsSettings;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a CA that looks at the challenges, and the API in which they are to be. */
class OwnCertificateTest {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    @TempDir
    private Path directory;

    private final Sandbox sandbox =
            Sandbox.builder().zone("example.com").nameServers(1).acme(ca -> ca).start();
    private final VpsDnsClient client = VpsDnsClient.builder()
            .apiUrl(sandbox.apiUrl())
            .token(ApiToken.of(sandbox.token()))
            .build();
    private final List<WebhookEvent> events = new CopyOnWriteArrayList<>();

    @AfterEach
    void stop() {
        client.close();
        sandbox.close();
    }

    private OwnCertificate certificate(URI ca) {
        AuthoritativeDns dns =
                AuthoritativeDns.builder().nameServers(sandbox.nameServers()).build();
        return new OwnCertificate(
                new TlsSettings.Acme(
                        List.of(DomainName.of("dyn.example.com"), DomainName.of("*.dyn.example.com")),
                        "admin@example.com",
                        new AcmeServer(ca, null),
                        directory.resolve("acme")),
                ApiAccess.of(new RecordEditor(client)),
                dns,
                new FastTime(),
                events::add);
    }

    @Test
    void isGotFromTheCaAndLeavesNothingInTheZone() {
        try (OwnCertificate certificate = certificate(sandbox.acmeDirectory())) {
            assertThat(certificate.problem()).startsWith("there is no certificate yet");
            certificate.start();
            await().atMost(LIMIT)
                    .untilAsserted(() -> assertThat(certificate.ends()).isNotNull());
            assertThat(certificate.problem()).isNull();
            assertThat(events).singleElement().isInstanceOf(CertificateShown.class);
            assertThat(sandbox.zones().records("example.com"))
                    .noneMatch(record -> record.type().toString().equals("TXT"));
        }
    }

    @Test
    void isStillThereAfterARestart() {
        try (OwnCertificate first = certificate(sandbox.acmeDirectory())) {
            first.start();
            await().atMost(LIMIT).untilAsserted(() -> assertThat(first.ends()).isNotNull());
        }
        try (OwnCertificate second = certificate(sandbox.acmeDirectory())) {
            second.start();
            assertThat(second.ends()).isNotNull();
            assertThat(sandbox.acme().certificates()).hasSize(1);
        }
    }

    @Test
    void saysWhyThereIsNone() {
        try (OwnCertificate certificate = certificate(URI.create("http://127.0.0.1:1/directory"))) {
            certificate.start();
            await().atMost(LIMIT).until(() -> events.stream().anyMatch(CertificateFailed.class::isInstance));
            assertThat(certificate.ends()).isNull();
            assertThat(certificate.problem()).contains("the CA 127.0.0.1 cannot be reached");
        }
    }

    @Test
    void mayBeClosedUnstarted() {
        OwnCertificate certificate = certificate(sandbox.acmeDirectory());
        certificate.close();
        assertThat(certificate.ends()).isNull();
    }
}
