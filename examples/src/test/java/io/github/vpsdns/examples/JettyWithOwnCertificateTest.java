// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.examples;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpsdns.acme.ca.AcmeServer;
import io.github.vpsdns.acme.keep.CertificateKeeper;
import io.github.vpsdns.core.api.ApiToken;
import io.github.vpsdns.sandbox.Sandbox;
import io.github.vpsdns.sandbox.junit.VpsDnsSandbox;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.DefaultHandler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@VpsDnsSandbox(zones = "example.com")
final class JettyWithOwnCertificateTest {
    private static final String HOST = "www.example.com";

    @TempDir
    private Path directory;

    @Test
    void getsACertificateServesAndRenewsWithoutARestart(Sandbox sandbox) throws Exception {
        try (CertificateKeeper keeper = JettyWithOwnCertificate.keeper(
                        ApiToken.of(sandbox.token()), directory.resolve("state"), HOST)
                .apiUrl(sandbox.apiUrl())
                .nameServers(sandbox.nameServers())
                .server(new AcmeServer(sandbox.acmeDirectory(), null))
                .start()
                .awaitFirst(Duration.ofMinutes(1))) {
            Server server = JettyWithOwnCertificate.serve(keeper, 0, new DefaultHandler());
            try {
                int port = ((ServerConnector) server.getConnectors()[0]).getLocalPort();
                BigInteger first = serialSeenAt(port, sandbox.acme().root());

                keeper.renewNow();

                assertThat(serialSeenAt(port, sandbox.acme().root())).isNotEqualTo(first);
            } finally {
                server.stop();
            }
        }
        assertThat(sandbox.zones().records("example.com")).isEmpty();
    }

    /** Connects as a browser does: a host that is named, a chain that is checked, a request that is answered. */
    private static BigInteger serialSeenAt(int port, X509Certificate root) throws Exception {
        KeyStore roots = KeyStore.getInstance("PKCS12");
        roots.load(null, null);
        roots.setCertificateEntry("root", root);
        TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
        trust.init(roots);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        try (Socket tcp = new Socket(InetAddress.getLoopbackAddress(), port);
                SSLSocket tls = (SSLSocket) context.getSocketFactory().createSocket(tcp, HOST, port, true)) {
            tls.getOutputStream()
                    .write(("GET / HTTP/1.1\r\nHost: " + HOST + "\r\nConnection: close\r\n\r\n").getBytes(US_ASCII));
            assertThat(new String(tls.getInputStream().readAllBytes(), US_ASCII))
                    .startsWith("HTTP/1.1 404 ");
            return ((X509Certificate) tls.getSession().getPeerCertificates()[0]).getSerialNumber();
        }
    }
}
