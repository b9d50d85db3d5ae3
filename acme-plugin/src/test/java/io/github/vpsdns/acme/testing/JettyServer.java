// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.testing;

import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** An https server of Jetty's on loopback that checks hosts as Jetty does by default, and answers everything by 200. */
public final class JettyServer implements AutoCloseable {
    private final Server server = new Server(new QueuedThreadPool(16));
    private final ServerConnector connector;

    private JettyServer(SslContextFactory.Server tls, SecureRequestCustomizer customizer) {
        HttpConfiguration https = new HttpConfiguration();
        https.addCustomizer(customizer);
        connector = new ServerConnector(
                server, 1, 1, new SslConnectionFactory(tls, "http/1.1"), new HttpConnectionFactory(https));
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        server.setHandler(new Handler.Abstract() {
            @Override
            public boolean handle(Request request, Response response, Callback callback) {
                response.setStatus(200);
                callback.succeeded();
                return true;
            }
        });
    }

    public static JettyServer start(SslContextFactory.Server tls) throws Exception {
        return start(tls, new SecureRequestCustomizer());
    }

    public static JettyServer start(SslContextFactory.Server tls, SecureRequestCustomizer customizer) throws Exception {
        JettyServer server = new JettyServer(tls, customizer);
        server.server.start();
        return server;
    }

    public int port() {
        return connector.getLocalPort();
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new AssertionError("Jetty does not stop", e);
        }
    }
}
