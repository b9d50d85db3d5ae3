// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.jetty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vpsdns.acme.pem.KeyType;
import io.github.vpsdns.acme.testing.JettyServer;
import io.github.vpsdns.acme.testing.TestAuthority;
import io.github.vpsdns.acme.testing.TlsClient;
import io.github.vpsdns.acme.tls.SwitchingKeyManager;
import io.github.vpsdns.acme.tls.TlsIdentity;
import java.io.IOException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLHandshakeException;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.junit.jupiter.api.Test;

class SwitchingSslContextFactoryTest {
    private static final TestAuthority AUTHORITY = new TestAuthority();
    private static final X509Certificate ROOT = AUTHORITY.root();
    private static final KeyPurposeId[] CLIENT = {KeyPurposeId.id_kp_clientAuth};

    private final SwitchingKeyManager keys = new SwitchingKeyManager();
    private final SwitchingSslContextFactory factory = new SwitchingSslContextFactory(keys);

    private X509Certificate put(String name) {
        TlsIdentity identity = AUTHORITY.issue(name);
        keys.put(name, identity);
        return identity.certificate();
    }

    private static X509Certificate visit(JettyServer server, String host) throws IOException {
        return TlsClient.trusting(ROOT).visit(host, server.port()).certificate();
    }

    @Test
    void startsBeforeTheFirstCertificate() throws Exception {
        try (JettyServer server = JettyServer.start(factory)) {
            assertThatThrownBy(() -> visit(server, "www.example.com")).isInstanceOf(SSLHandshakeException.class);

            X509Certificate first = put("www.example.com");

            assertThat(visit(server, "www.example.com")).isEqualTo(first);
        }
    }

    @Test
    void showsEachHostItsOwnCertificate() throws Exception {
        X509Certificate one = put("one.example.com");
        X509Certificate two = put("two.example.com");
        try (JettyServer server = JettyServer.start(factory)) {
            assertThat(visit(server, "one.example.com")).isEqualTo(one);
            assertThat(visit(server, "two.example.com")).isEqualTo(two);
        }
    }

    @Test
    void refusesUnknownHostsWhereThatIsWanted() throws Exception {
        put("www.example.com");
        factory.setSniRequired(true);
        try (JettyServer server = JettyServer.start(factory)) {
            assertThatThrownBy(() -> visit(server, "other.example.com")).isInstanceOf(SSLHandshakeException.class);
            assertThat(visit(server, "www.example.com")).isNotNull();
        }
    }

    @Test
    void tellsRequestsWhichHostWasNamed() throws Exception {
        put("www.example.com");
        try (JettyServer server = JettyServer.start(factory, new SecureRequestCustomizer(true, true, -1, false))) {
            assertThat(visit(server, "www.example.com")).isNotNull();
        }
    }

    /** Jetty looks for the certificate of a resumed session, too, and refuses the request if there is none. */
    @Test
    void answersRequestsOfResumedSessions() throws Exception {
        put("www.example.com");
        TlsClient client = TlsClient.trusting(ROOT);
        try (JettyServer server = JettyServer.start(factory)) {
            client.visit("www.example.com", server.port());
            put("www.example.com");

            assertThat(client.visit("www.example.com", server.port())).isNotNull();
        }
    }

    @Test
    void keepsJettysOtherSettings() throws Exception {
        put("www.example.com");
        factory.setIncludeProtocols("TLSv1.2");
        factory.setTrustStore(onlyTrusting(ROOT));
        factory.setNeedClientAuth(true);
        SwitchingKeyManager own = new SwitchingKeyManager();
        own.put("agent", AUTHORITY.issue(KeyType.P256, CLIENT, "agent.example.com"));
        try (JettyServer server = JettyServer.start(factory)) {
            assertThat(TlsClient.with(own, ROOT)
                            .visit("www.example.com", server.port())
                            .protocol())
                    .isEqualTo("TLSv1.2");
            assertThatThrownBy(() -> visit(server, "www.example.com")).isInstanceOf(IOException.class);
        }
    }

    private static KeyStore onlyTrusting(X509Certificate root) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setCertificateEntry("root", root);
        return store;
    }
}
