// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.ddns.source.local;

import io.github.vpsdns.core.address.Family;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A Linux host: IPv6 addresses, routes and names from proc(5), IPv4 addresses and whether an interface is up from Java. */
final class ProcNetwork implements HostNetwork {
    private final Path net;
    private final Supplier<Links> look;
    private @Nullable Links links;

    /**
     * Creates the moment.
     *
     * @param net the directory {@code /proc/self/net} or what takes its place
     * @param look lists the interfaces, called once at most
     */
    ProcNetwork(Path net, Supplier<Links> look) {
        this.net = net;
        this.look = look;
    }

    @Override
    public List<LocalAddress> addresses(Family family) {
        if (family == Family.IPV4) {
            return links().addresses(family);
        }
        // Not there where the kernel was started without IPv6.
        return ProcFile.read(net.resolve("if_inet6"), Inet6Table::parse).orElse(List.of());
    }

    @Override
    public Optional<List<DefaultRoute>> defaultRoutes(Family family) {
        Optional<List<DefaultRoute>> routes = family == Family.IPV4
                ? ProcFile.read(net.resolve("route"), RouteTable::parse4)
                : ProcFile.read(net.resolve("ipv6_route"), RouteTable::parse6);
        return Optional.of(routes.orElse(List.of()));
    }

    @Override
    public Links links() {
        Links known = links;
        if (known == null) {
            known = look.get();
            links = known;
        }
        return known;
    }

    @Override
    public List<String> names() {
        return ProcFile.read(net.resolve("dev"), ProcNetwork::parseNames).orElseGet(() -> links().names());
    }

    private static List<String> parseNames(String dev) {
        return dev.lines()
                .skip(2)
                .map(line ->
                        line.substring(0, Math.max(0, line.lastIndexOf(':'))).strip())
                .filter(name -> !name.isEmpty())
                .sorted()
                .toList();
    }
}
