// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.testing;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/**
 * A strict client: each connection is a new one, the chain and the host are checked, and one HTTP request is answered by 200.
 *
 * <p>Connections of one client resume each other's sessions where the server lets them; those of two clients never do.
 */
public final class TlsClient {
    private final SSLContext context;
    private final SSLParameters parameters;

    private TlsClient(SSLContext context, SSLParameters parameters) {
        this.context = context;
        this.parameters = parameters;
    }

    /** A client that trusts these authorities and nobody else. */
    public static TlsClient trusting(X509Certificate... roots) {
        return with(null, roots);
    }

    /** A client that proves itself as well. */
    public static TlsClient with(@Nullable KeyManager own, X509Certificate... roots) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(
                    own == null ? null : new KeyManager[] {own}, trust(roots).getTrustManagers(), null);
            SSLParameters parameters = context.getDefaultSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            return new TlsClient(context, parameters);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    public static TrustManagerFactory trust(X509Certificate... roots) {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            for (int i = 0; i < roots.length; i++) {
                store.setCertificateEntry("root" + i, roots[i]);
            }
            TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
            trust.init(store);
            return trust;
        } catch (GeneralSecurityException | IOException e) {
            throw new AssertionError(e);
        }
    }

    /** From now on with nothing but one protocol version, such as {@code TLSv1.2}. */
    public TlsClient only(String protocol) {
        parameters.setProtocols(new String[] {protocol});
        return this;
    }

    public TlsClient onlySuite(String suite) {
        parameters.setCipherSuites(new String[] {suite});
        return this;
    }

    /** Makes a connection and one request. */
    public Visit visit(String host, int port) throws IOException {
        try (Socket tcp = new Socket(InetAddress.getLoopbackAddress(), port);
                SSLSocket tls = (SSLSocket) context.getSocketFactory().createSocket(tcp, host, port, true)) {
            tls.setSoTimeout(20_000);
            tls.setSSLParameters(parameters);
            tls.startHandshake();
            tls.getOutputStream()
                    .write(("GET / HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n").getBytes(US_ASCII));
            tls.getOutputStream().flush();
            String answer = new String(tls.getInputStream().readAllBytes(), US_ASCII);
            if (!answer.startsWith("HTTP/1.1 200 ")) {
                throw new IOException(
                        "not answered by 200 but: " + answer.lines().findFirst().orElse("nothing"));
            }
            return new Visit(
                    (X509Certificate) tls.getSession().getPeerCertificates()[0],
                    tls.getSession().getProtocol(),
                    tls.getSession().getCreationTime());
        }
    }

    /**
     * What a connection was like.
     *
     * @param certificate the server's
     * @param protocol the TLS version
     * @param sessionMade when its session was made; a resumed one's is that of the first connection
     */
    public record Visit(X509Certificate certificate, String protocol, long sessionMade) {}
}
