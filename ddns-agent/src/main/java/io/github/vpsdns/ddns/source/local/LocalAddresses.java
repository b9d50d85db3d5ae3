// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.ddns.source.local;

import io.github.vpsdns.core.address.Family;
import io.github.vpsdns.ddns.source.SourceException;
import java.net.InetAddress;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Supplier;

/**
 * How this host is attached to networks, to notice that it is attached in another way: then what others say of its address may
 * have changed too.
 *
 * <p>A reading takes a fraction of a millisecond and leaves a few tens of kilobytes of garbage. Thread-safe.
 */
public final class LocalAddresses {
    private final Supplier<HostNetwork> host;

    /** Creates the reader; reads nothing yet. */
    public LocalAddresses() {
        this(HostNetworks.ofThisHost());
    }

    LocalAddresses(Supplier<HostNetwork> host) {
        this.host = host;
    }

    /**
     * One moment. Equal to another while no address that could be published came or went, and the default routes lead through
     * the same interfaces.
     *
     * <p>Temporary addresses, and link-local ones as each container brings, do not count.
     *
     * @param addresses the addresses of interfaces that are up, of both families
     * @param waysOut the names of the interfaces of default routes
     */
    public record Attachment(Set<InetAddress> addresses, Set<String> waysOut) {
        /** Copies the sets. */
        public Attachment {
            addresses = Set.copyOf(addresses);
            waysOut = Set.copyOf(waysOut);
        }
    }

    /**
     * Reads how this host is attached now.
     *
     * @return the moment, with empty sets where there is no network
     * @throws SourceException if the operating system's tables cannot be read
     */
    public Attachment read() {
        HostNetwork network = host.get();
        Set<InetAddress> addresses = new HashSet<>();
        Set<String> waysOut = new HashSet<>();
        for (Family family : Family.values()) {
            network.addresses(family).stream()
                    .filter(one -> one.isUsable() && !network.links().isDown(one.interfaceName()))
                    .forEach(one -> addresses.add(one.address()));
            network.defaultRoutes(family).stream()
                    .flatMap(routes -> routes.stream())
                    .map(DefaultRoute::interfaceName)
                    .filter(name -> !network.links().isDown(name))
                    .forEach(waysOut::add);
        }
        return new Attachment(addresses, waysOut);
    }
}
