// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.jetty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vpsdns.acme.testing.JettyServer;
import io.github.vpsdns.acme.testing.TestAuthority;
import io.github.vpsdns.acme.testing.TlsClient;
import io.github.vpsdns.acme.tls.TlsIdentity;
import java.io.IOException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLHandshakeException;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.junit.jupiter.api.Test;

class ReloadingTargetTest {
    private static final TestAuthority AUTHORITY = new TestAuthority();

    private final SslContextFactory.Server factory = new SslContextFactory.Server();
    private final ReloadingTarget target = new ReloadingTarget(factory);

    private X509Certificate put(String name) {
        TlsIdentity identity = AUTHORITY.issue(name);
        target.put(name, identity);
        return identity.certificate();
    }

    private static X509Certificate visit(JettyServer server, String host) throws IOException {
        return TlsClient.trusting(AUTHORITY.root()).visit(host, server.port()).certificate();
    }

    @Test
    void letsTheServerStartBeforeTheFirstCertificate() throws Exception {
        try (JettyServer server = JettyServer.start(factory)) {
            assertThatThrownBy(() -> visit(server, "www.example.com")).isInstanceOf(SSLHandshakeException.class);

            X509Certificate first = put("www.example.com");

            assertThat(visit(server, "www.example.com")).isEqualTo(first);
        }
    }

    @Test
    void takesCertificatesBeforeTheServerStarts() throws Exception {
        X509Certificate first = put("www.example.com");
        try (JettyServer server = JettyServer.start(factory)) {
            assertThat(visit(server, "www.example.com")).isEqualTo(first);
        }
    }

    @Test
    void keepsTheCertificatesOfOtherNames() throws Exception {
        X509Certificate one = put("one.example.com");
        X509Certificate two = put("two.example.com");
        try (JettyServer server = JettyServer.start(factory)) {
            X509Certificate newer = put("two.example.com");

            assertThat(visit(server, "one.example.com")).isEqualTo(one);
            assertThat(visit(server, "two.example.com")).isEqualTo(newer).isNotEqualTo(two);
        }
    }
}
