// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.http;

import io.github.vpsdns.webhook.http.client.TrustedProxies;
import io.github.vpsdns.webhook.settings.ListenAddress;
import io.github.vpsdns.webhook.settings.ListenAddress.Speaks;
import io.github.vpsdns.webhook.tls.ServerCertificate;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jetty.http.HttpCompliance;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.DetectorConnectionFactory;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.ProxyConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.jspecify.annotations.Nullable;

/** Makes Jetty's connectors: what is spoken at an address, and how strictly. */
final class Listeners {
    private static final String HTTP = "http/1.1";

    private final TrustedProxies proxies;
    private final HttpLimits limits;
    private final @Nullable ServerCertificate certificate;

    Listeners(TrustedProxies proxies, HttpLimits limits, @Nullable ServerCertificate certificate) {
        this.proxies = proxies;
        this.limits = limits;
        this.certificate = certificate;
    }

    ServerConnector connector(Server server, ListenAddress listen) {
        ServerConnector connector = new ServerConnector(server, 1, ServerThreads.READING, factories(listen.speaks()));
        connector.setHost(listen.address().getAddress().getHostAddress());
        connector.setPort(listen.address().getPort());
        connector.setIdleTimeout(limits.whole().toMillis());
        connector.setShutdownIdleTimeout(500);
        connector.setReuseAddress(true);
        return connector;
    }

    private ConnectionFactory[] factories(Speaks speaks) {
        List<ConnectionFactory> spoken = spoken(speaks);
        ProxyConnectionFactory proxied =
                new ProxyConnectionFactory(spoken.get(0).getProtocol());
        List<ConnectionFactory> all = new ArrayList<>();
        all.add(new TrustedProxyConnections(proxies, proxied, spoken.get(0)));
        all.add(proxied);
        all.addAll(spoken);
        return all.toArray(ConnectionFactory[]::new);
    }

    private List<ConnectionFactory> spoken(Speaks speaks) {
        HttpConnectionFactory http = new HttpConnectionFactory(configuration());
        if (certificate == null || speaks == Speaks.PLAIN) {
            return List.of(http);
        }
        SslConnectionFactory tls = new SslConnectionFactory(tls(certificate), HTTP);
        // It would refuse hosts that the certificate does not name: routers that check nothing name what they like.
        tls.setEnsureSecureRequestCustomizer(false);
        return speaks == Speaks.TLS ? List.of(tls, http) : List.of(new DetectorConnectionFactory(tls), http);
    }

    /** The context shows the newest certificate; what versions and ciphers are taken is Jetty's choice of what is safe. */
    private static SslContextFactory.Server tls(ServerCertificate certificate) {
        SslContextFactory.Server factory = new SslContextFactory.Server();
        factory.setSslContext(certificate.sslContext());
        factory.setIncludeProtocols("TLSv1.3", "TLSv1.2");
        return factory;
    }

    private static HttpConfiguration configuration() {
        HttpConfiguration configuration = new HttpConfiguration();
        configuration.setRequestHeaderSize(HttpLimits.HEADER_BYTES);
        configuration.setInputBufferSize(HttpLimits.HEADER_BYTES);
        configuration.setOutputBufferSize(HttpLimits.BODY_BYTES);
        configuration.setSendServerVersion(false);
        configuration.setSendXPoweredBy(false);
        configuration.setSendDateHeader(true);
        configuration.setRelativeRedirectAllowed(true);
        // Users write "//nic/update" and put their name into the URL; what that means is beyond doubt here, where paths
        // lead to no files and nothing else decides about them.
        configuration.setUriCompliance(UriCompliance.DEFAULT.with(
                "routers", UriCompliance.Violation.AMBIGUOUS_EMPTY_SEGMENT, UriCompliance.Violation.USER_INFO));
        // Nothing depends on the name of the host.
        configuration.setHttpCompliance(
                HttpCompliance.RFC9110.with("routers", HttpCompliance.Violation.MISMATCHED_AUTHORITY));
        return configuration;
    }
}
