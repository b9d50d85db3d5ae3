// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.sandbox.dns;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/**
 * One name server: an address on loopback, and what it knows by now.
 *
 * <p>Thread-safe. Started and closed by {@link SandboxDns}.
 */
public final class SandboxNameServer {
    private static final int KEPT_QUERIES = 10_000;

    private final String name;
    private final ServerView view;
    private final Responder responder;
    private final DnsSockets sockets;
    private final Deque<DnsQuery> queries = new ArrayDeque<>();

    SandboxNameServer(String name, InetAddress address, int port, Clock clock) {
        this.name = name;
        this.view = new ServerView(clock, Duration.ZERO);
        this.responder = new Responder(view, this::heard);
        this.sockets = DnsSockets.open(new InetSocketAddress(address, port), responder, clock);
    }

    /**
     * The name that the zones' NS records give for this server.
     *
     * @return such as {@code ns1.sandbox.test}, without trailing dot
     */
    public String name() {
        return name;
    }

    /**
     * Where it listens, UDP and TCP alike.
     *
     * @return a loopback address and the actual port
     */
    public InetSocketAddress address() {
        return sockets.address();
    }

    /**
     * Sets how long after its commit a change becomes visible here. Changes that are on their way are held to the new lag;
     * what is visible stays visible.
     *
     * @param lag zero or more
     * @return this
     * @throws IllegalArgumentException if the lag is negative
     */
    public SandboxNameServer lag(Duration lag) {
        view.lag(lag);
        return this;
    }

    /**
     * How long after its commit a change becomes visible here.
     *
     * @return zero or more
     */
    public Duration lag() {
        return view.lag();
    }

    /**
     * Sets how queries are treated from now on.
     *
     * @param behaviour {@link Behaviour#ANSWER} to be well again
     * @return this
     */
    public SandboxNameServer behave(Behaviour behaviour) {
        responder.behave(behaviour);
        return this;
    }

    /**
     * How queries are treated.
     *
     * @return as set last
     */
    public Behaviour behaviour() {
        return responder.behaviour();
    }

    /**
     * The latest queries heard, also those not answered; at most ten thousand are kept.
     *
     * @return oldest first
     */
    public List<DnsQuery> queries() {
        synchronized (queries) {
            return List.copyOf(queries);
        }
    }

    private void heard(DnsQuery query) {
        synchronized (queries) {
            if (queries.size() == KEPT_QUERIES) {
                queries.removeFirst();
            }
            queries.addLast(query);
        }
    }

    void publish(Consumer<Catalog> change) {
        view.publish(change);
    }

    void preload(Consumer<Catalog> change) {
        view.preload(change);
    }

    void close() {
        sockets.close();
    }
}
