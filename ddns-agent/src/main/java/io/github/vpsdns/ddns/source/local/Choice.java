// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.ddns.source.local;

import io.github.vpsdns.core.address.AddressKind;
import io.github.vpsdns.core.address.Family;
import io.github.vpsdns.ddns.source.SourceException;
import java.net.InetAddress;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Which addresses of a host are published.
 *
 * @param network the host now
 * @param family which addresses
 * @param addresses all that it has of that family
 */
record Choice(HostNetwork network, Family family, List<LocalAddress> addresses) {
    /**
     * Reads what there is to choose from.
     *
     * @throws SourceException if it cannot be read
     */
    static Choice on(HostNetwork network, Family family) {
        return new Choice(network, family, network.addresses(family));
    }

    /**
     * Chooses among one interface's.
     *
     * @return the best one first, never empty
     * @throws SourceException if the interface is not there, is down or has none to publish
     */
    List<InetAddress> ofInterface(String name) {
        List<LocalAddress> its = on(List.of(name));
        if (its.isEmpty() && !network.names().contains(name)) {
            throw new SourceException(
                    "there is no network interface '" + name + "'; there are " + String.join(", ", network.names()),
                    null);
        }
        if (network.links().isDown(name)) {
            throw new SourceException("the network interface " + name + " is down or has no carrier", null);
        }
        return usable(its).orElseThrow(() -> new SourceException(name + " has " + none(its), null));
    }

    /**
     * Chooses as the kernel does for connections to everywhere (RFC 6724 rule 5): among the addresses of the interfaces that lead
     * to the default route. Where these have nothing at all, as on a router whose outer interface only has a link-local address,
     * or where no default route is to be seen, among the public ones of all interfaces. Private ones do not do then: nothing says
     * that they have to do with the way out, and a bridge of containers has some on every host.
     *
     * @return the best one first, never empty
     * @throws SourceException if there is none
     */
    List<InetAddress> ofWayOut() {
        Optional<List<DefaultRoute>> routes = network.defaultRoutes(family);
        if (routes.isEmpty()) {
            List<LocalAddress> all = reachable();
            return usable(all).orElseThrow(() -> new SourceException("this host has " + none(all), null));
        }
        List<String> ways = ways(routes.get());
        List<LocalAddress> there = on(ways);
        String leading = String.join(" and ", ways) + ", which " + (ways.size() == 1 ? "leads" : "lead")
                + " to the default route, " + (ways.size() == 1 ? "has " : "have ");
        if (there.stream().anyMatch(one -> !one.flaw().equals(Optional.of(Flaw.LINK_LOCAL)))) {
            return usable(there).orElseThrow(() -> new SourceException(leading + none(there), null));
        }
        return usable(elsewhere())
                .orElseThrow(() -> new SourceException(
                        (ways.isEmpty() ? "there is no default " + family + " route" : leading + none(there))
                                + ", and no interface has a public " + family
                                + " address; to publish another, name its interface, as in interface:eth0",
                        null));
    }

    /** The interfaces of the default routes with the lowest metric that lead through one that is up. */
    private List<String> ways(List<DefaultRoute> routes) {
        Map<Long, List<String>> byMetric = routes.stream()
                .filter(route -> !network.links().isDown(route.interfaceName()))
                .collect(Collectors.groupingBy(
                        DefaultRoute::metric,
                        TreeMap::new,
                        Collectors.mapping(DefaultRoute::interfaceName, Collectors.toList())));
        return byMetric.values().stream()
                .findFirst()
                .map(names -> names.stream().distinct().sorted().toList())
                .orElse(List.of());
    }

    private List<LocalAddress> elsewhere() {
        return reachable().stream()
                .filter(one -> isPublic(AddressKind.of(one.address())))
                .toList();
    }

    private List<LocalAddress> reachable() {
        return addresses.stream()
                .filter(one -> !network.links().isLoopback(one.interfaceName())
                        && !network.links().isDown(one.interfaceName()))
                .toList();
    }

    private List<LocalAddress> on(Collection<String> names) {
        return names.isEmpty()
                ? List.of()
                : addresses.stream()
                        .filter(one -> names.contains(one.interfaceName()))
                        .toList();
    }

    private Optional<List<InetAddress>> usable(Collection<LocalAddress> some) {
        List<LocalAddress> usable = some.stream().filter(LocalAddress::isUsable).toList();
        return usable.isEmpty()
                ? Optional.empty()
                : Optional.of(Ranking.best(family, usable).stream()
                        .map(LocalAddress::address)
                        .distinct()
                        .toList());
    }

    /** Says that there is none, and what was left out. */
    private String none(Collection<LocalAddress> all) {
        if (all.isEmpty()) {
            return "no " + family + " address";
        }
        String leftOut = all.stream()
                .flatMap(one -> one.flaw().stream())
                .collect(Collectors.groupingBy(flaw -> flaw, TreeMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .map(each -> each.getValue() + " " + each.getKey())
                .collect(Collectors.joining(", "));
        return "no " + family + " address to publish: " + leftOut;
    }

    private static boolean isPublic(AddressKind kind) {
        return kind == AddressKind.GLOBAL || kind == AddressKind.DOCUMENTATION;
    }
}
