// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.github.vpsdns.acme.pem.KeyType;
import io.github.vpsdns.acme.testing.SwapLoad;
import io.github.vpsdns.acme.testing.SwapLoad.Sessions;
import io.github.vpsdns.acme.testing.TestAuthority;
import io.github.vpsdns.acme.testing.TlsClient;
import io.github.vpsdns.acme.testing.TlsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.cert.X509Certificate;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SwitchingHandshakeTest {
    private static final TestAuthority AUTHORITY = new TestAuthority();
    private static final X509Certificate ROOT = AUTHORITY.root();
    private static final KeyPurposeId[] SERVER = {KeyPurposeId.id_kp_serverAuth};
    private static final String HOST = "www.example.com";

    private final SwitchingKeyManager keys = new SwitchingKeyManager();
    private final TlsServer server = TlsServer.start(keys.newSslContext());

    @AfterEach
    void stop() {
        server.close();
    }

    private X509Certificate put(String name, TlsIdentity identity) {
        keys.put(name, identity);
        return identity.certificate();
    }

    private X509Certificate visit(String host) throws IOException {
        return TlsClient.trusting(ROOT).visit(host, server.port()).certificate();
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void showsTheNewestToTheNextConnection(String protocol) throws IOException {
        put("www", AUTHORITY.issue(HOST));
        visit(HOST);
        X509Certificate second = put("www", AUTHORITY.issue(HOST));

        TlsClient.Visit visit = TlsClient.trusting(ROOT).only(protocol).visit(HOST, server.port());

        assertThat(visit.certificate()).isEqualTo(second);
        assertThat(visit.protocol()).isEqualTo(protocol);
    }

    @Test
    void showsEachHostItsOwnCertificate() throws IOException {
        X509Certificate wildcard = put("wild", AUTHORITY.issue("*.example.com"));
        X509Certificate exact = put("www", AUTHORITY.issue(HOST));
        X509Certificate other = put("org", AUTHORITY.issue("example.org"));

        assertThat(visit(HOST)).isEqualTo(exact);
        assertThat(visit("mail.example.com")).isEqualTo(wildcard);
        assertThat(visit("example.org")).isEqualTo(other);
    }

    @Test
    void showsEachClientTheKindOfKeyThatItKnows() throws IOException {
        X509Certificate curve = put("ec", AUTHORITY.issue(HOST));
        X509Certificate rsa = put("rsa", AUTHORITY.issue(KeyType.RSA2048, SERVER, HOST));
        TlsClient old = TlsClient.trusting(ROOT).only("TLSv1.2").onlySuite("TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256");

        assertThat(old.visit(HOST, server.port()).certificate()).isEqualTo(rsa);
        assertThat(visit(HOST)).isEqualTo(curve);
    }

    /** The first certificate has the kind of key that JSSE asks for first, but is for another host. */
    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void showsTheRightHostRatherThanTheFirstKindOfKey(String protocol) throws IOException {
        put("other", AUTHORITY.issue("other.example.com"));
        X509Certificate rsa = put("www", AUTHORITY.issue(KeyType.RSA2048, SERVER, HOST));

        assertThat(TlsClient.trusting(ROOT)
                        .only(protocol)
                        .visit(HOST, server.port())
                        .certificate())
                .isEqualTo(rsa);
    }

    @Test
    void failsAHandshakeCleanlyWhileThereIsNoCertificate() throws IOException {
        assertThatThrownBy(() -> visit(HOST))
                .isInstanceOf(SSLHandshakeException.class)
                .hasMessageContaining("handshake_failure");

        X509Certificate first = put("www", AUTHORITY.issue(HOST));
        assertThat(visit(HOST)).isEqualTo(first);
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void letsSessionsBeResumed(String protocol) throws IOException {
        put("www", AUTHORITY.issue(HOST));
        TlsClient client = TlsClient.trusting(ROOT).only(protocol);

        long first = client.visit(HOST, server.port()).sessionMade();
        await().until(() -> System.currentTimeMillis() > first);
        long second = client.visit(HOST, server.port()).sessionMade();

        assertThat(second).isEqualTo(first);
    }

    @Test
    void servesTheJdksOwnHttpsServer() throws IOException {
        put("www", AUTHORITY.issue(HOST));
        HttpsServer https = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        https.setHttpsConfigurator(new HttpsConfigurator(keys.newSslContext()));
        https.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        https.start();
        try {
            X509Certificate second = put("www", AUTHORITY.issue(HOST));

            assertThat(TlsClient.trusting(ROOT)
                            .visit(HOST, https.getAddress().getPort())
                            .certificate())
                    .isEqualTo(second);
        } finally {
            https.stop(0);
        }
    }

    @Test
    void provesAClientWithTheNewestOfItsCertificates() throws Exception {
        SwitchingKeyManager own = new SwitchingKeyManager();
        own.put("agent", AUTHORITY.issue(KeyType.P256, new KeyPurposeId[] {KeyPurposeId.id_kp_clientAuth}, "agent"));
        put("www", AUTHORITY.issue(HOST));
        SSLContext mutual = SSLContext.getInstance("TLS");
        mutual.init(new KeyManager[] {keys}, TlsClient.trust(ROOT).getTrustManagers(), null);

        try (TlsServer strict = TlsServer.start(mutual, socket -> socket.setNeedClientAuth(true))) {
            assertThat(TlsClient.with(own, ROOT).visit(HOST, strict.port()).certificate())
                    .isNotNull();
            assertThatThrownBy(() -> TlsClient.trusting(ROOT).visit(HOST, strict.port()))
                    .isInstanceOf(IOException.class);
        }
    }

    @ParameterizedTest
    @EnumSource(Sessions.class)
    void failsNoConnectionThroughTenChanges(Sessions sessions) {
        X509Certificate first = put("www", AUTHORITY.issue(HOST));

        int connections =
                SwapLoad.run(HOST, server.port(), sessions, 10, first, () -> put("www", AUTHORITY.issue(HOST)), ROOT);

        assertThat(connections).isGreaterThan(300);
    }
}
