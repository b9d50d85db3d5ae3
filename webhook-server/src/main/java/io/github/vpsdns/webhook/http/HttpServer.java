// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.http;

import static java.util.Objects.requireNonNull;

import io.github.vpsdns.core.address.Network;
import io.github.vpsdns.core.concurrent.Shielded;
import io.github.vpsdns.webhook.exchange.Endpoint;
import io.github.vpsdns.webhook.http.client.ClientResolver;
import io.github.vpsdns.webhook.http.client.TrustedProxies;
import io.github.vpsdns.webhook.report.WebhookListener;
import io.github.vpsdns.webhook.settings.ListenAddress;
import io.github.vpsdns.webhook.tls.ServerCertificate;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.server.handler.QoSHandler;
import org.eclipse.jetty.util.component.LifeCycle;
import org.eclipse.jetty.util.thread.ScheduledExecutorScheduler;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes requests over HTTP/1.0 and HTTP/1.1, plain and by TLS 1.2 and 1.3, and has an endpoint answer them.
 *
 * <p>A client may send 8 KiB of header and 16 KiB of body, and has 30 seconds for either half of an exchange; there may be 1000
 * connections, 100 of one address. Requests that are no HTTP are told of as {@code BadRequest}, and each reply as {@code Answered}.
 *
 * <p>Thread-safe.
 */
public final class HttpServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HttpServer.class);

    private final TrustedProxies proxies;
    private final Server server;

    private HttpServer(Builder settings) {
        HttpLimits limits = settings.limits;
        this.proxies = new TrustedProxies(settings.proxies);
        this.server = new Server(
                ServerThreads.create(settings.listen.size()),
                new ScheduledExecutorScheduler("webhook-http-timer", true),
                new FreshBuffers());
        CallReader reader = new CallReader(new ClientResolver(proxies));
        AnswerReport report = new AnswerReport(settings.listener, settings.paths);
        QoSHandler queue = new QoSHandler(new EndpointHandler(settings.root, reader, report, limits));
        queue.setMaxRequestCount(limits.requests());
        queue.setMaxSuspend(limits.answer());
        server.setHandler(new GracefulHandler(new SlowConnections(queue, limits)));
        server.setErrorHandler(new ErrorWords(reader, report));
        server.setStopTimeout(limits.stop().toMillis());
        Listeners listeners = new Listeners(proxies, limits, settings.certificate);
        settings.listen.forEach(address -> server.addConnector(listeners.connector(server, address)));
        server.addBean(new NetworkConnectionLimit(limits.connections(), server));
        AddressLimit ofOne = new AddressLimit(
                limits.connectionsOfOne(), address -> settings.local.test(address) || proxies.has(address));
        connectors().forEach(connector -> connector.addBean(ofOne));
    }

    /**
     * Begins to build a server.
     *
     * @param listen where it takes requests, at least one
     * @param root what answers them
     * @return a builder with defaults for all else
     */
    public static Builder builder(List<ListenAddress> listen, Endpoint root) {
        return new Builder(listen, root);
    }

    /**
     * Begins to take requests. An interrupt neither stops that, which takes a moment, nor is lost.
     *
     * @throws CannotListenException if an address cannot be listened on; then none is
     */
    public void start() {
        connectors().forEach(this::open);
        try {
            // Where Jetty waits for its own threads, an interrupt makes it fail or is swallowed.
            Shielded.run("webhook-http-start", server::start);
        } catch (Exception e) {
            LifeCycle.stop(server);
            throw new IllegalStateException("Jetty does not start", e);
        }
    }

    /** Before the rest, so that it is known which of them fails. */
    private void open(ServerConnector connector) {
        try {
            connector.open();
        } catch (IOException e) {
            connectors().forEach(ServerConnector::close);
            Throwable reason = e.getCause() == null ? e : e.getCause();
            throw new CannotListenException(
                    "cannot listen on " + connector.getHost() + " port " + connector.getPort() + ": "
                            + reason.getMessage() + "; expected an address of this host and a port that is free",
                    e);
        }
    }

    private List<ServerConnector> connectors() {
        return Arrays.stream(server.getConnectors())
                .map(ServerConnector.class::cast)
                .toList();
    }

    /**
     * Tells where requests are taken.
     *
     * @return the addresses with the ports in use, in the order in which they were given; after {@link #start}
     */
    public List<InetSocketAddress> addresses() {
        return connectors().stream()
                .map(connector -> new InetSocketAddress(connector.getHost(), connector.getLocalPort()))
                .toList();
    }

    /**
     * Trusts other proxies from the next request on; connections that speak the PROXY protocol go on.
     *
     * @param trustedProxies whose word about clients' addresses is taken
     */
    public void reconfigure(List<Network> trustedProxies) {
        proxies.replace(trustedProxies);
    }

    /**
     * Takes no more connections, answers what was accepted, for at most 10 seconds, and ends. A second time does nothing. If the
     * thread is interrupted meanwhile, it ends at once, and the flag is set again.
     */
    @Override
    public void close() {
        try {
            server.stop();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (TimeoutException e) {
            LOG.warn("requests that were still not answered at the end of the time for it were broken off");
        } catch (Exception e) {
            throw new IllegalStateException("Jetty does not stop", e);
        }
    }

    /** Collects what a server needs. Not thread-safe. */
    public static final class Builder {
        private final List<ListenAddress> listen;
        private final Endpoint root;
        private @Nullable ServerCertificate certificate;
        private List<Network> proxies = List.of();
        private WebhookListener listener = event -> {};
        private Predicate<String> paths;
        private Predicate<InetAddress> local = InetAddress::isLoopbackAddress;
        private HttpLimits limits = HttpLimits.DEFAULT;

        private Builder(List<ListenAddress> listen, Endpoint root) {
            this.listen = List.copyOf(listen);
            this.root = requireNonNull(root, "root");
            this.paths = root instanceof Routes routes ? routes::has : path -> false;
        }

        /**
         * Sets the certificate; without one there is no TLS. It is the caller's to start and to close.
         *
         * @param shown the certificate
         * @return this
         */
        public Builder certificates(ServerCertificate shown) {
            this.certificate = requireNonNull(shown, "shown");
            return this;
        }

        /**
         * Sets whose word about clients' addresses is taken; nobody's by default.
         *
         * @param networks their addresses
         * @return this
         */
        public Builder trustedProxies(List<Network> networks) {
            this.proxies = List.copyOf(networks);
            return this;
        }

        /**
         * Sets who is told of answers and of bad requests; nobody by default.
         *
         * @param told the listener
         * @return this
         */
        public Builder listener(WebhookListener told) {
            this.listener = requireNonNull(told, "told");
            return this;
        }

        /**
         * Sets which paths are told of in events; those of the {@link Routes}, if the root is such, none otherwise. Others are left
         * out, since clients make up as many as they like.
         *
         * @param own tells whether a decoded path is one of the server's own
         * @return this
         */
        public Builder paths(Predicate<String> own) {
            this.paths = requireNonNull(own, "own");
            return this;
        }

        Builder limits(HttpLimits others) {
            this.limits = others;
            return this;
        }

        /** Sets whose connections are not counted by address. */
        Builder local(Predicate<InetAddress> uncounted) {
            this.local = uncounted;
            return this;
        }

        /**
         * Makes the server; nothing is listened on yet.
         *
         * @return the server, to be started and closed
         */
        public HttpServer build() {
            return new HttpServer(this);
        }
    }
}
