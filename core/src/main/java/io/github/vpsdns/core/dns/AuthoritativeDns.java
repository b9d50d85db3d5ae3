// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.dns;

import io.github.vpsdns.core.CancelledException;
import io.github.vpsdns.core.InvalidValueException;
import io.github.vpsdns.core.dns.internal.Resolver;
import io.github.vpsdns.core.dns.internal.Routes;
import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.core.time.Timekeeper;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds zones' authoritative name servers, which are then asked directly.
 *
 * <p>A resolver is asked for the names of zones and of their servers only, never for a name whose records are about to change: it
 * would remember the old answer, or that there was none (RFC 2308). What was found is kept for ten minutes.
 *
 * <p>Thread-safe. Nothing needs closing: no thread and no socket outlives a call.
 */
public final class AuthoritativeDns {
    private final List<NameServer> given;
    private final Duration queryTimeout;
    private final Timekeeper time;
    private final ServerFinder serverFinder;
    private final ZoneFinder zoneFinder;
    private final ServerCache cache;

    private AuthoritativeDns(Builder builder) {
        this.given = builder.nameServers;
        this.queryTimeout = builder.queryTimeout;
        this.time = builder.time;
        @Nullable InetSocketAddress only = builder.resolver;
        Resolver resolver = new Resolver(only == null ? Resolver::systemServers : () -> List.of(only), queryTimeout);
        this.serverFinder = new ServerFinder(resolver, builder.nameServerPort, Routes::hasRoute);
        this.zoneFinder = new ZoneFinder(resolver, serverFinder, queryTimeout);
        this.cache = new ServerCache(time);
    }

    /**
     * Starts with the system's resolvers, a limit of 3 s for each query, and the system's clock.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Finds the servers of a zone: those given outright, else by NS and address look-ups at the resolver. Addresses to which this
     * host has no route are left out.
     *
     * @param apex the zone's name
     * @return the zone's servers
     * @throws NameServersNotFoundException if there are none, the resolver does not answer, or no server can be reached
     * @throws CancelledException if the thread is interrupted
     */
    public AuthoritativeZone zone(DomainName apex) {
        try {
            return of(apex, given.isEmpty() ? cache.get(apex, () -> serverFinder.ofZone(apex)) : given);
        } catch (InterruptedException e) {
            throw CancelledException.interrupted("looking for the name servers of '" + apex + "'", e);
        }
    }

    /**
     * Finds the zone that a name is in, which may be anybody's: by walking up from above it at the resolver until a zone begins,
     * then by asking that zone's servers whether they delegate a part of it. Where servers are given outright, they alone are
     * asked.
     *
     * @param name a name, itself never asked for at a resolver
     * @return the zone's servers
     * @throws NameServersNotFoundException if no zone is found, or its servers are not
     * @throws CancelledException if the thread is interrupted
     */
    public AuthoritativeZone zoneContaining(DomainName name) {
        try {
            ZoneFinder.Found found = given.isEmpty() ? zoneFinder.containing(name) : zoneFinder.containing(name, given);
            return of(found.apex(), found.servers());
        } catch (InterruptedException e) {
            throw CancelledException.interrupted("looking for the zone of '" + name + "'", e);
        }
    }

    private AuthoritativeZone of(DomainName apex, List<NameServer> servers) {
        return new AuthoritativeZone(apex, servers, queryTimeout, time);
    }

    /** Sets up an {@link AuthoritativeDns}. Not thread-safe. */
    public static final class Builder {
        private static final int DNS_PORT = 53;

        private List<NameServer> nameServers = List.of();
        private @Nullable InetSocketAddress resolver;
        private Duration queryTimeout = Duration.ofSeconds(3);
        private Timekeeper time = Timekeeper.system();
        private int nameServerPort = DNS_PORT;

        private Builder() {}

        /**
         * Names the authoritative servers outright, for every zone; no resolver is asked then.
         *
         * @param servers their addresses, resolved; none to have them looked up
         * @return this builder
         * @throws InvalidValueException if an address is not resolved
         */
        public Builder nameServers(List<InetSocketAddress> servers) {
            servers.forEach(server -> requireResolved(server, "name server"));
            nameServers = servers.stream()
                    .distinct()
                    .map(server -> new NameServer(server.getHostString(), server))
                    .toList();
            return this;
        }

        /**
         * Names the recursive resolver to find name servers by, in place of the system's.
         *
         * @param server its address, resolved
         * @return this builder
         * @throws InvalidValueException if the address is not resolved
         */
        public Builder resolver(InetSocketAddress server) {
            requireResolved(server, "resolver");
            resolver = server;
            return this;
        }

        /**
         * Limits each query to each server, from the first packet sent to the answer, by whichever transport.
         *
         * @param limit more than zero; 3 s if not set
         * @return this builder
         * @throws InvalidValueException if the limit is not positive
         */
        public Builder queryTimeout(Duration limit) {
            if (limit.isNegative() || limit.isZero()) {
                throw new InvalidValueException(
                        "a time limit of " + limit + " for DNS queries is refused; expected more than 0");
            }
            queryTimeout = limit;
            return this;
        }

        /**
         * Sets the clock that paces and ends waits, and ages what was found. Packets take real time.
         *
         * @param time the clock
         * @return this builder
         */
        public Builder timekeeper(Timekeeper time) {
            this.time = time;
            return this;
        }

        /** Where servers found by name are asked; tests have no right to port 53. */
        Builder nameServerPort(int port) {
            nameServerPort = port;
            return this;
        }

        /**
         * Builds.
         *
         * @return ready for use
         */
        public AuthoritativeDns build() {
            return new AuthoritativeDns(this);
        }

        private static void requireResolved(InetSocketAddress address, String what) {
            if (address.isUnresolved()) {
                throw new InvalidValueException("the " + what + " '" + address.getHostString()
                        + "' has no address; expected an address, or a name that the system can resolve");
            }
        }
    }
}
