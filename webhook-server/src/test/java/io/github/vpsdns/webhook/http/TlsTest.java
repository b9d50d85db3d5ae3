// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.http;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vpsdns.core.address.Network;
import io.github.vpsdns.core.time.Timekeeper;
import io.github.vpsdns.webhook.settings.ListenAddress.Speaks;
import io.github.vpsdns.webhook.tls.FileCertificate;
import io.github.vpsdns.webhook.tls.TestPem;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TlsTest {
    private static final String GET = "GET /u HTTP/1.0\r\n\r\n";

    @TempDir
    private Path directory;

    private X509Certificate shown;
    private FileCertificate certificate;

    @BeforeEach
    void certificate() {
        TestPem pem = new TestPem(directory);
        shown = pem.renew();
        certificate = new FileCertificate(pem.files(), Timekeeper.system(), event -> {});
        certificate.start();
    }

    @AfterEach
    void close() {
        certificate.close();
    }

    private TestServer server(Speaks speaks, UnaryOperator<HttpServer.Builder> more) {
        return new TestServer(TestServer.ECHO, speaks, builder -> more.apply(builder.certificates(certificate)));
    }

    private TestServer server(Speaks speaks) {
        return server(speaks, UnaryOperator.identity());
    }

    private String visit(TestServer server, String... protocols) {
        StringBuilder answer = new StringBuilder();
        new TlsClient(protocols, shown).visit(server.address(), GET, answer);
        return answer.toString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void isSpokenBesidePlainHttpAtOneAddress(String protocol) {
        try (TestServer server = server(Speaks.BOTH)) {
            assertThat(visit(server, protocol)).endsWith("GET /u? from 127.0.0.1 by TLS with \n");
            assertThat(server.exchange(GET)).endsWith("GET /u? from 127.0.0.1 with \n");
        }
    }

    @Test
    void isSpokenAloneWhereThatIsWanted() {
        try (TestServer server = server(Speaks.TLS)) {
            assertThat(visit(server, "TLSv1.3")).startsWith("HTTP/1.1 200 ");
            assertThat(server.exchange(GET)).doesNotContain("HTTP/");
        }
    }

    @Test
    void isNotSpokenWherePlainHttpIsWantedAlone() {
        try (TestServer server = server(Speaks.PLAIN)) {
            assertThat(server.exchange(GET)).startsWith("HTTP/1.1 200 ");
            assertThatThrownBy(() -> visit(server, "TLSv1.3"))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasCauseInstanceOf(SSLException.class);
        }
    }

    @Test
    void isNotSpokenInVersionsThatAreBroken() {
        try (TestServer server = server(Speaks.BOTH)) {
            assertThat(RawClient.exchange(server.address(), clientHelloOfTls11()))
                    .doesNotContain("HTTP/");
        }
    }

    /** A ClientHello (RFC 4346 section 7.4.1.2) that offers TLS 1.1 with two suites and nothing else. */
    private static byte[] clientHelloOfTls11() {
        byte[] hello = new byte[5 + 4 + 2 + 32 + 1 + 2 + 4 + 2];
        byte[] start = {22, 3, 1, 0, 47, 1, 0, 0, 43, 3, 2};
        System.arraycopy(start, 0, hello, 0, start.length);
        byte[] end = {0, 0, 4, (byte) 0xc0, 0x13, 0, 0x2f, 1, 0};
        System.arraycopy(end, 0, hello, hello.length - end.length, end.length);
        return hello;
    }

    @Test
    void needsNoNameOfTheHost() throws Exception {
        try (TestServer server = server(Speaks.BOTH);
                SSLSocket tls = TlsClient.trusting(shown).connect(server.address());
                RawClient client = new RawClient(tls, server.address())) {
            assertThat(client.send("GET /u HTTP/1.1\r\nHost: other.example\r\nConnection: close\r\n\r\n")
                            .readToEnd())
                    .startsWith("HTTP/1.1 200 ");
        }
    }

    @Test
    void comesBehindTheHeaderOfAProxy() throws Exception {
        UnaryOperator<HttpServer.Builder> trusting =
                builder -> builder.trustedProxies(List.of(Network.of("127.0.0.1")));
        try (TestServer server = server(Speaks.BOTH, trusting);
                Socket tcp = new Socket(
                        server.address().getAddress(), server.address().getPort())) {
            tcp.getOutputStream().write("PROXY TCP4 203.0.113.7 192.0.2.1 1 2\r\n".getBytes(US_ASCII));
            try (SSLSocket tls =
                            TlsClient.trusting(shown).over(tcp, server.address().getPort());
                    RawClient client = new RawClient(tls, server.address())) {
                assertThat(client.send(GET).readToEnd()).endsWith("GET /u? from 203.0.113.7 by TLS with \n");
            }
        }
    }
}
