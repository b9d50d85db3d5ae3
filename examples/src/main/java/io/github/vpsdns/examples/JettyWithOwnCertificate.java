// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.examples;

import io.github.vpsdns.acme.jetty.SwitchingSslContextFactory;
import io.github.vpsdns.acme.keep.CertificateKeeper;
import io.github.vpsdns.acme.keep.CertificateKeeperBuilder;
import io.github.vpsdns.core.api.ApiToken;
import java.nio.file.Path;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;

/** An https server that gets its own certificate, and renews it without a restart. */
public final class JettyWithOwnCertificate {
    private JettyWithOwnCertificate() {}

    /**
     * Says what certificate is to be kept, and where; {@code start()} is all that is left to call.
     *
     * @param token the API's token
     * @param directory where certificate, key and account are stored
     * @param names what the certificate is for
     * @return what may be changed before it starts, such as the CA
     */
    public static CertificateKeeperBuilder keeper(ApiToken token, Path directory, String... names) {
        return CertificateKeeper.builder(token)
                .certificate(names)
                .email("admin@example.com")
                .agreeToTerms()
                .directory(directory);
    }

    /**
     * Starts a server that shows whatever certificate is the newest.
     *
     * @param keeper running; to be closed after the server
     * @param port where to listen; 0 for any
     * @param handler answers requests
     * @return running
     * @throws Exception if it cannot be started
     */
    public static Server serve(CertificateKeeper keeper, int port, Handler handler) throws Exception {
        HttpConfiguration https = new HttpConfiguration();
        https.addCustomizer(new SecureRequestCustomizer());
        Server server = new Server();
        ServerConnector connector = new ServerConnector(
                server,
                new SslConnectionFactory(new SwitchingSslContextFactory(keeper.keyManager()), "http/1.1"),
                new HttpConnectionFactory(https));
        connector.setPort(port);
        server.addConnector(connector);
        server.setHandler(handler);
        server.start();
        return server;
    }
}
