// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.sandbox.acme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.shredzone.acme4j.AccountBuilder;
import org.shredzone.acme4j.Certificate;
import org.shredzone.acme4j.Session;

/** Starting, stopping, and being asked by many at once. */
class LifecycleTest {

    @Test
    void listensOnTheLoopbackAtAnyFreePort() {
        try (AcmeCa ca = AcmeCa.builder().start()) {
            assertThat(ca.directory().getHost()).isEqualTo("127.0.0.1");
            assertThat(ca.directory().getPort()).isPositive();
        }
    }

    @Test
    void portCanBeHadAgainAfterClose() {
        AcmeCa first = AcmeCa.builder().start();
        int port = first.directory().getPort();
        first.close();

        try (AcmeCa second = AcmeCa.builder().port(port).start()) {
            assertThat(second.directory().getPort()).isEqualTo(port);
        }
    }

    @Test
    void takenPortIsNamed() {
        try (AcmeCa first = AcmeCa.builder().start()) {
            int port = first.directory().getPort();
            AcmeCaBuilder second = AcmeCa.builder().port(port);

            assertThatThrownBy(second::start)
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining(":" + port);
        }
    }

    @Test
    void closeEndsHeldAndDelayedWork() throws Exception {
        AcmeWorld world = new AcmeWorld(
                settings -> settings.validationDelay(Duration.ofHours(1)).patience(Duration.ZERO));
        var challenges = world.login()
                .newOrder()
                .domain("example.com")
                .create()
                .getAuthorizations()
                .get(0)
                .getChallenges();
        challenges.get(0).trigger();
        world.ca.hold();
        challenges.get(1).trigger();
        world.close();

        await().atMost(AcmeWorld.DEADLINE)
                .until(() -> Thread.getAllStackTraces().keySet().stream()
                        .noneMatch(thread -> thread.getName().equals("sandbox-acme-work") && thread.isAlive()));
    }

    @Test
    void httpsIsTrustedByItsAuthorityOnly() throws Exception {
        try (AcmeCa ca = AcmeCa.builder().tls(true).start()) {
            HttpRequest request = HttpRequest.newBuilder(ca.directory()).build();
            HttpClient trusting = HttpClient.newBuilder()
                    .sslContext(trusting(ca.tlsAuthorityPem().orElseThrow()))
                    .build();

            assertThat(trusting.send(request, HttpResponse.BodyHandlers.ofString())
                            .body())
                    .contains("https://127.0.0.1:");
            assertThatThrownBy(() -> HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.discarding()))
                    .isInstanceOf(SSLHandshakeException.class);
        }
    }

    @Test
    void servesManyClientsAtOnce() throws Exception {
        try (AcmeWorld world = new AcmeWorld()) {
            URI directory = world.ca.directory();
            ExecutorService clients = Executors.newFixedThreadPool(6);
            List<Callable<Certificate>> work = new ArrayList<>();
            for (int client = 0; client < 12; client++) {
                String name = "host" + client + ".example.com";
                work.add(() -> world.issue(
                        new AccountBuilder()
                                .agreeToTermsOfService()
                                .useKeyPair(AcmeWorld.p256())
                                .createLogin(new Session(directory)),
                        name,
                        "*." + name));
            }
            for (Future<Certificate> issued : clients.invokeAll(work)) {
                assertThat(issued.get().getCertificate()).isNotNull();
            }
            clients.shutdown();

            assertThat(world.ca.certificates()).hasSize(12);
        }
    }

    @Test
    void settingsOutOfRangeAreRefusedInOneSentence() {
        AcmeCaBuilder builder = AcmeCa.builder();

        assertThatThrownBy(() -> builder.port(70_000)).hasMessage("port is 70000, must be 0 to 65535");
        assertThatThrownBy(() -> builder.badNoncePercent(101)).hasMessage("bad nonces are 101 %, must be 0 to 100");
        assertThatThrownBy(() -> builder.profiles(Map.of()))
                .hasMessage("there is no profile, there must be at least one");
    }

    private static SSLContext trusting(String pem) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setCertificateEntry(
                "ca",
                CertificateFactory.getInstance("X.509")
                        .generateCertificate(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII))));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }
}
