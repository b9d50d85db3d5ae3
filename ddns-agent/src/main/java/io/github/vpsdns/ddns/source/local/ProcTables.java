// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.ddns.source.local;

import java.nio.file.Path;
import java.util.List;

/**
 * The tables of proc(5) about networks.
 *
 * @param inet6 the IPv6 addresses; not there where the kernel was started without IPv6
 * @param routes4 the default routes of IPv4
 * @param routes6 the default routes of IPv6
 * @param names all interfaces by name, sorted
 */
record ProcTables(
        Table<List<LocalAddress>> inet6,
        Table<List<DefaultRoute>> routes4,
        Table<List<DefaultRoute>> routes6,
        Table<List<String>> names) {
    /**
     * Finds them.
     *
     * @param net {@code /proc/self/net} or what takes its place
     */
    static ProcTables in(Path net) {
        return new ProcTables(
                new Table<>(net.resolve("if_inet6"), Inet6Table::parse),
                new Table<>(net.resolve("route"), RouteTable::parse4),
                new Table<>(net.resolve("ipv6_route"), RouteTable::parse6),
                new Table<>(net.resolve("dev"), ProcTables::parseNames));
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
