// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.dns;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.xbill.DNS.Rcode;

/**
 * Public DNS in small, for tests in other modules too: a resolver, a server of {@code com.} that delegates {@code example.com} to
 * whom the test says, and two servers that serve it as the test says. {@code ns1.example.net} is the first, {@code
 * ns2.example.net} the second.
 */
public final class FakeTree implements AutoCloseable {
    private static final String ZONE = "example.com.";

    private final FakeInternet internet = new FakeInternet(
            "com. 60 IN SOA ns.example.net. host.example.net. 1 3600 600 86400 60",
            "com. 60 IN NS ns.example.net.",
            "ns.example.net. 60 IN A 127.0.0.1",
            "ns1.example.net. 60 IN A 127.0.0.2",
            "ns2.example.net. 60 IN A 127.0.0.3");
    private final FakeNameServer resolver = FakeNameServer.start(internet);
    private final FakeNameServer parent =
            FakeNameServer.start((query, asked) -> Replies.nothing(query, Rcode.NXDOMAIN, soa("com.", 1)));
    private final Map<Integer, FakeNameServer> children = new ConcurrentHashMap<>();

    /** Starts without a delegation, and with both servers serving serial 1 and naming both. */
    public FakeTree() {
        for (int number : List.of(1, 2)) {
            int port = parent.address().getPort();
            children.put(number, FakeNameServer.start("127.0.0." + (number + 1), port, (query, asked) -> List.of()));
            serve(number, 1, "ns1.example.net", "ns2.example.net");
        }
    }

    /** Look-ups that begin at the resolver. */
    public AuthoritativeDns dns() {
        return AuthoritativeDns.builder()
                .resolver(resolver.address())
                .nameServerPort(parent.address().getPort())
                .queryTimeout(Duration.ofSeconds(2))
                .build();
    }

    /** Has the servers of {@code com.} delegate the zone. */
    public FakeTree delegate(String... hosts) {
        String[] lines = Arrays.stream(hosts)
                .map(host -> ZONE + " 60 IN NS " + host + ".")
                .toArray(String[]::new);
        parent.behave((query, asked) -> Replies.referral(query, lines));
        return this;
    }

    /** Has the servers of {@code com.} serve the zone as well, so that only the resolver tells whose it is. */
    public FakeTree parentServesZone(String... hosts) {
        Arrays.stream(hosts).forEach(host -> internet.add(ZONE + " 60 IN NS " + host + "."));
        parent.behave((query, asked) -> Replies.answer(query, soa(ZONE, 1)));
        return this;
    }

    /** Has a server, 1 or 2, serve a version of the zone that names the given servers. */
    public FakeTree serve(int server, int serial, String... hosts) {
        String[] ns = Arrays.stream(hosts)
                .map(host -> ZONE + " 60 IN NS " + host + ".")
                .toArray(String[]::new);
        child(server).behave((query, asked) -> switch (asked.type()) {
            case "SOA" -> Replies.answer(query, soa(ZONE, serial));
            case "NS" -> Replies.answer(query, ns);
            default -> Replies.nothing(query, Rcode.NXDOMAIN, soa(ZONE, serial));
        });
        return this;
    }

    /** Has a server, 1 or 2, answer without authority, as one that only knows the zone from elsewhere. */
    public FakeTree lame(int server) {
        child(server).behave((query, asked) -> Replies.referral(query));
        return this;
    }

    /** Has the resolver say nothing. */
    public FakeTree deafResolver() {
        resolver.behave((query, asked) -> Replies.rcode(query, Rcode.SERVFAIL));
        return this;
    }

    private FakeNameServer child(int server) {
        return Objects.requireNonNull(children.get(server));
    }

    private static String soa(String zone, int serial) {
        return zone + " 60 IN SOA ns1.example.net. host.example.net. " + serial + " 3600 600 86400 60";
    }

    @Override
    public void close() {
        children.values().forEach(FakeNameServer::close);
        parent.close();
        resolver.close();
    }
}
