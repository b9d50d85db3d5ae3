// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.ddns.source.upnp;

import io.github.vpsdns.core.address.AddressKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Where a router may be.
 *
 * @param paths where to search
 * @param gateways the machines that lead to the default route; their answers count before others
 */
record Surroundings(List<Path> paths, Set<InetAddress> gateways) {
    private static final InetSocketAddress GROUP = group();

    /** Tells whether a machine may be remembered: it leads to the default route, or that is not to be seen here. */
    boolean isLasting(InetAddress router) {
        return gateways.isEmpty() || gateways.contains(router);
    }

    /** Tells whether a machine can be in a network that is searched: whoever answers may write any sender on it. */
    boolean isNear(InetAddress sender) {
        AddressKind kind = AddressKind.of(sender);
        return kind == AddressKind.PRIVATE
                || gateways.contains(sender)
                || paths.stream().anyMatch(path -> path.to().getAddress().equals(sender));
    }

    /**
     * One place to search.
     *
     * @param from this host's address there
     * @param out the interface for multicast, {@code null} where one machine is asked
     * @param to where the question goes
     */
    record Path(InetAddress from, @Nullable NetworkInterface out, InetSocketAddress to) {}

    /**
     * Looks at this host's interfaces and routes. Only networks with private addresses are searched: elsewhere there is no router
     * of one's own, and nobody should be asked. Where a default route leads through a router, only that network is: in others, such
     * as those of containers, there may be anyone.
     */
    static Surroundings look() {
        try {
            List<DefaultRoute> routes = DefaultRoute.best();
            List<Path> paths = new ArrayList<>();
            for (NetworkInterface each : Collections.list(NetworkInterface.getNetworkInterfaces())) {
                if (isOnWay(each, routes) && isAbleToSearch(each)) {
                    addPaths(paths, each, routes);
                }
            }
            return new Surroundings(
                    List.copyOf(paths),
                    routes.stream().map(DefaultRoute::gateway).collect(Collectors.toUnmodifiableSet()));
        } catch (IOException e) {
            throw new UncheckedIOException("this host's network interfaces cannot be read", e);
        }
    }

    private static boolean isOnWay(NetworkInterface link, List<DefaultRoute> routes) {
        return routes.isEmpty()
                || routes.stream().anyMatch(route -> route.interfaceName().equals(link.getName()));
    }

    private static boolean isAbleToSearch(NetworkInterface link) {
        try {
            return link.isUp() && link.supportsMulticast() && !link.isLoopback();
        } catch (SocketException e) {
            // It was there when they were listed.
            return false;
        }
    }

    private static void addPaths(List<Path> paths, NetworkInterface link, List<DefaultRoute> routes) {
        link.inetAddresses()
                .filter(own -> own instanceof Inet4Address && AddressKind.of(own) == AddressKind.PRIVATE)
                .findFirst()
                .ifPresent(own -> {
                    paths.add(new Path(own, link, GROUP));
                    // Some access points drop multicast; a router may be asked directly (section 1.3.2).
                    routes.stream()
                            .filter(route -> route.interfaceName().equals(link.getName()))
                            .map(route -> new Path(own, null, new InetSocketAddress(route.gateway(), GROUP.getPort())))
                            .forEach(paths::add);
                });
    }

    private static InetSocketAddress group() {
        try {
            return new InetSocketAddress(
                    InetAddress.getByAddress(new byte[] {(byte) 239, (byte) 255, (byte) 255, (byte) 250}), 1900);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
