// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;

/** Makes TLS connections to servers that show one of the given certificates, each with a session of its own. */
final class TlsClient {
    private final X509Certificate[] trusted;
    private final String[] protocols;

    TlsClient(String[] protocols, X509Certificate... trusted) {
        this.protocols = protocols;
        this.trusted = trusted;
    }

    static TlsClient trusting(X509Certificate... trusted) {
        return new TlsClient(new String[] {"TLSv1.3", "TLSv1.2"}, trusted);
    }

    SSLSocket connect(InetSocketAddress server) throws IOException {
        Socket tcp = new Socket(server.getAddress(), server.getPort());
        tcp.setSoTimeout(20_000);
        return over(tcp, server.getPort());
    }

    SSLSocket over(Socket tcp, int port) throws IOException {
        SSLSocket tls = (SSLSocket) context().getSocketFactory().createSocket(tcp, "localhost", port, true);
        tls.setEnabledProtocols(protocols);
        tls.startHandshake();
        return tls;
    }

    /** Makes a request on a new connection, whose certificate is returned. */
    X509Certificate visit(InetSocketAddress server, String request, StringBuilder answer) {
        try (SSLSocket tls = connect(server);
                RawClient client = new RawClient(tls, server)) {
            answer.append(client.send(request).readToEnd());
            return (X509Certificate) tls.getSession().getPeerCertificates()[0];
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private SSLContext context() {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            for (int i = 0; i < trusted.length; i++) {
                store.setCertificateEntry("trusted" + i, trusted[i]);
            }
            TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
            trust.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new AssertionError(e);
        }
    }
}
