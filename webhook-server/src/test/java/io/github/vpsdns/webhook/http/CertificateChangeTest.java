// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.vpsdns.core.testing.FastTime;
import io.github.vpsdns.webhook.settings.ListenAddress.Speaks;
import io.github.vpsdns.webhook.tls.FileCertificate;
import io.github.vpsdns.webhook.tls.TestPem;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.LongStream;
import javax.net.ssl.SSLSocket;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Certificate files that change while clients connect all the time, and one stays. */
class CertificateChangeTest {
    private static final int CHANGES = 5;
    private static final int CLIENTS = 3;
    private static final String GET = "GET /u HTTP/1.0\r\n\r\n";

    @TempDir
    private Path directory;

    private final Queue<Throwable> broken = new ConcurrentLinkedQueue<>();
    private final Set<X509Certificate> seen = ConcurrentHashMap.newKeySet();
    private volatile boolean over;

    private void visit(TestServer server, X509Certificate[] trusted) {
        try {
            StringBuilder answer = new StringBuilder();
            X509Certificate shown = TlsClient.trusting(trusted).visit(server.address(), GET, answer);
            assertThat(answer.toString()).startsWith("HTTP/1.1 200 ");
            seen.add(shown);
        } catch (RuntimeException | Error e) {
            broken.add(e);
        }
    }

    @Test
    void breaksNoConnection() throws Exception {
        List<HeldCertificate> issued =
                LongStream.rangeClosed(0, CHANGES).mapToObj(TestPem::issue).toList();
        X509Certificate[] trusted =
                issued.stream().map(HeldCertificate::certificate).toArray(X509Certificate[]::new);
        TestPem pem = new TestPem(directory);
        pem.install(issued.get(0));
        FileCertificate certificate = new FileCertificate(pem.files(), new FastTime(), event -> {});
        certificate.start();
        List<Thread> clients = new ArrayList<>();
        try (TestServer server =
                        new TestServer(TestServer.ECHO, Speaks.BOTH, builder -> builder.certificates(certificate));
                SSLSocket tls = TlsClient.trusting(trusted).connect(server.address());
                RawClient staying = new RawClient(tls, server.address())) {
            for (int i = 0; i < CLIENTS; i++) {
                clients.add(new Thread(() -> visitUntilOver(server, trusted)));
            }
            clients.forEach(Thread::start);
            for (HeldCertificate next : issued) {
                pem.install(next);
                await().atMost(Duration.ofSeconds(30))
                        .until(() -> seen.contains(next.certificate()) || !broken.isEmpty());
                assertThat(staying.send("GET /u HTTP/1.1\r\nHost: x\r\n\r\n").readReply())
                        .startsWith("HTTP/1.1 200 ");
            }
            over = true;
            for (Thread client : clients) {
                client.join();
            }
        } finally {
            over = true;
            certificate.close();
        }
        assertThat(broken).isEmpty();
        assertThat(seen).containsExactlyInAnyOrder(trusted);
    }

    private void visitUntilOver(TestServer server, X509Certificate[] trusted) {
        while (!over) {
            visit(server, trusted);
        }
    }
}
