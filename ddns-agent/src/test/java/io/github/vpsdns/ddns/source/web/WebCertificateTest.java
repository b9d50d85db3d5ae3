// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.ddns.source.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vpsdns.core.address.Family;
import io.github.vpsdns.ddns.source.SourceException;
import io.github.vpsdns.ddns.source.SourceSpec;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.OkHttpClient;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WebCertificateTest {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final InetAddress LOOPBACK = Family.IPV4.parse("127.0.0.1");
    private static final HeldCertificate ROOT =
            new HeldCertificate.Builder().certificateAuthority(0).build();

    private final MockWebServer server = new MockWebServer();

    @BeforeEach
    void start() throws IOException {
        server.start(LOOPBACK, 0);
        server.enqueue(new MockResponse.Builder().body("192.0.2.1").build());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void readsAPageWhoseCertificateIsGood() {
        serve(certificate("page.example"));

        assertThat(trusting().read(Family.IPV4, LIMIT)).containsExactly(Family.IPV4.parse("192.0.2.1"));
    }

    @Test
    void refusesACertificateFromNobodyKnown() {
        serve(certificate("page.example"));
        WebSource source = source(WebClient.shared());

        assertFailure(source, "its certificate is from nobody whom this host trusts");
    }

    @Test
    void refusesACertificateForOtherNames() {
        serve(certificate("other.example"));

        assertFailure(trusting(), "its certificate is for other names");
    }

    @Test
    void refusesACertificateThatHasExpired() {
        Instant now = Instant.now();
        serve(certificate("page.example")
                .validityInterval(
                        now.minus(Duration.ofDays(2)).toEpochMilli(),
                        now.minus(Duration.ofDays(1)).toEpochMilli()));

        assertFailure(trusting(), "its certificate has expired, by this host's clock");
    }

    @Test
    void refusesACertificateOfTheFuture() {
        Instant now = Instant.now();
        serve(certificate("page.example")
                .validityInterval(
                        now.plus(Duration.ofDays(1)).toEpochMilli(),
                        now.plus(Duration.ofDays(2)).toEpochMilli()));

        assertFailure(trusting(), "its certificate is not valid yet, by this host's clock");
    }

    @Test
    void saysThatAServerDoesNotSpeakTls() {
        try (RawServer plain = RawServer.startImpolite(LOOPBACK, RawServer.stallAfter("220 mail.example ESMTP\r\n"))) {
            WebSource source = source(WebClient.shared(), plain.port());

            assertFailure(source, plain.port(), "it does not speak TLS as this host does");
        }
    }

    private void serve(HeldCertificate.Builder certificate) {
        server.useHttps(new HandshakeCertificates.Builder()
                .heldCertificate(certificate.build())
                .build()
                .sslSocketFactory());
    }

    private static HeldCertificate.Builder certificate(String name) {
        return new HeldCertificate.Builder().addSubjectAlternativeName(name).signedBy(ROOT);
    }

    private void assertFailure(WebSource source, String reason) {
        assertFailure(source, server.getPort(), reason);
    }

    private static void assertFailure(WebSource source, int port, String reason) {
        assertThatThrownBy(() -> source.read(Family.IPV4, LIMIT))
                .isInstanceOf(SourceException.class)
                .hasMessage("https://page.example:" + port + "/ip cannot be asked securely: " + reason);
    }

    private WebSource trusting() {
        HandshakeCertificates trusted = new HandshakeCertificates.Builder()
                .addTrustedCertificate(ROOT.certificate())
                .build();
        return source(WebClient.shared()
                .newBuilder()
                .sslSocketFactory(trusted.sslSocketFactory(), trusted.trustManager())
                .build());
    }

    private WebSource source(OkHttpClient client) {
        return source(client, server.getPort());
    }

    private static WebSource source(OkHttpClient client, int port) {
        OkHttpClient local = client.newBuilder().dns(host -> List.of(LOOPBACK)).build();
        return new WebSource((SourceSpec.Web) SourceSpec.of("https://page.example:" + port + "/ip"), local);
    }
}
