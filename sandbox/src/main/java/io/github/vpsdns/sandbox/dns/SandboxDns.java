// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.sandbox.dns;

import io.github.vpsdns.sandbox.state.SandboxState;
import io.github.vpsdns.sandbox.state.SandboxZone;
import io.github.vpsdns.sandbox.state.ZoneListener;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.xbill.DNS.Name;

/**
 * The sandbox's authoritative name servers.
 *
 * <p>A change is visible at a server without lag before the API has answered the call that made it. Thread-safe.
 */
public final class SandboxDns implements AutoCloseable {
    private final List<SandboxNameServer> servers;
    private final List<Name> names;

    private SandboxDns(List<SandboxNameServer> servers, List<Name> names) {
        this.servers = List.copyOf(servers);
        this.names = names;
    }

    /**
     * Starts name servers for all zones of a state, on loopback.
     *
     * @param state where the zones come from
     * @param count how many servers, 1 or more
     * @param port the first server's port, the others take the following ones; 0 for any free ports
     * @param clock by which lags are measured
     * @return running servers, which know the zones there are now
     * @throws java.io.UncheckedIOException if a port cannot be had
     * @throws IllegalArgumentException if the count is less than 1
     */
    public static SandboxDns start(SandboxState state, int count, int port, Clock clock) {
        if (count < 1) {
            throw new IllegalArgumentException(count + " name servers are too few; give 1 or more.");
        }
        List<Name> names = NameServerNames.first(count);
        InetAddress loopback = Loopback.ADDRESS;
        List<SandboxNameServer> servers = new ArrayList<>();
        try {
            for (int i = 0; i < count; i++) {
                String name = names.get(i).toString(true);
                servers.add(new SandboxNameServer(name, loopback, port == 0 ? 0 : port + i, clock));
            }
            SandboxDns dns = new SandboxDns(servers, names);
            ZoneData own = ZoneData.ofServers(names, loopback);
            servers.forEach(s -> s.preload(c -> c.put(own)));
            state.listen(dns.new Publisher());
            return dns;
        } catch (RuntimeException e) {
            servers.forEach(SandboxNameServer::close);
            throw e;
        }
    }

    /**
     * The servers, in the order of their names.
     *
     * @return at least one
     */
    public List<SandboxNameServer> servers() {
        return servers;
    }

    /**
     * One of the servers.
     *
     * @param number counted from 1, as in {@code ns1}
     * @return the server
     * @throws IllegalArgumentException if there is none of that number
     */
    public SandboxNameServer server(int number) {
        if (number < 1 || number > servers.size()) {
            throw new IllegalArgumentException(
                    "There is no name server " + number + "; they count from 1 to " + servers.size() + ".");
        }
        return servers.get(number - 1);
    }

    /**
     * Where the servers listen.
     *
     * @return in the order of their names
     */
    public List<InetSocketAddress> addresses() {
        return servers.stream().map(SandboxNameServer::address).toList();
    }

    @Override
    public void close() {
        servers.forEach(SandboxNameServer::close);
    }

    private final class Publisher implements ZoneListener {
        @Override
        public void changed(SandboxZone zone) {
            ZoneData data = ZoneData.of(zone, names);
            toAll(c -> c.put(data));
        }

        @Override
        public void removed(String domain) {
            Name origin = NameServerNames.name(domain);
            toAll(c -> c.remove(origin));
        }

        private void toAll(Consumer<Catalog> change) {
            servers.forEach(s -> s.publish(change));
        }
    }
}
