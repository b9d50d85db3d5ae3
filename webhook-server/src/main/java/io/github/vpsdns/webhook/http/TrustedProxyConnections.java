// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.http;

import io.github.vpsdns.webhook.http.client.TrustedProxies;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.AbstractConnectionFactory;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.ProxyConnectionFactory;

/**
 * Lets trusted proxies begin a connection with a header of the PROXY protocol, version 1 or 2. From anybody else such a header is
 * taken for what it then is: no HTTP.
 *
 * @see <a href="https://www.haproxy.org/download/3.0/doc/proxy-protocol.txt">The PROXY protocol</a>
 */
final class TrustedProxyConnections extends AbstractConnectionFactory {
    private final TrustedProxies proxies;
    private final ProxyConnectionFactory proxied;
    private final ConnectionFactory direct;

    TrustedProxyConnections(TrustedProxies proxies, ProxyConnectionFactory proxied, ConnectionFactory direct) {
        super("trusted-proxy");
        this.proxies = proxies;
        this.proxied = proxied;
        this.direct = direct;
    }

    @Override
    public Connection newConnection(Connector connector, EndPoint endPoint) {
        boolean trusted = proxies.has(PeerAddress.of(endPoint.getRemoteSocketAddress()));
        return (trusted ? proxied : direct).newConnection(connector, endPoint);
    }
}
