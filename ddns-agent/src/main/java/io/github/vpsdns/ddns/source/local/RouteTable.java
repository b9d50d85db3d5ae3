// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.ddns.source.local;

import io.github.vpsdns.ddns.source.SourceException;
import java.util.ArrayList;
import java.util.List;

/**
 * The default routes in {@code route} and {@code ipv6_route} of proc(5). The first has the main table, with a heading and metrics
 * in decimal; the second has all tables, and the metrics in hexadecimal.
 */
final class RouteTable {
    private static final int UP = 0x0001;
    private static final int REJECT = 0x0200;
    private static final String ANY4 = "0".repeat(8);
    private static final String DEFAULT6 = "0".repeat(32) + " 00 ";

    private RouteTable() {}

    /**
     * Reads {@code route}: interface, destination, gateway, flags, two counters, metric, mask and more.
     *
     * @throws SourceException if a line is not as it should be
     */
    static List<DefaultRoute> parse4(String table) {
        List<DefaultRoute> routes = new ArrayList<>();
        for (String line : table.lines().skip(1).toList()) {
            String[] column = columns("route", line, 8);
            if (column[1].equals(ANY4) && column[7].equals(ANY4) && leadsOn(line, "route", column[3])) {
                // Unsigned, though the kernel prints it as if it were not.
                routes.add(new DefaultRoute(column[0], number(line, "route", column[6], 10) & 0xffff_ffffL));
            }
        }
        return routes;
    }

    /**
     * Reads {@code ipv6_route}: destination and its length, source and its length, next hop, metric, two counters, flags,
     * interface. A route for some sources only (RFC 8028) leads to everywhere too.
     *
     * @throws SourceException if a line is not as it should be
     */
    static List<DefaultRoute> parse6(String table) {
        List<DefaultRoute> routes = new ArrayList<>();
        for (String line : table.lines().toList()) {
            if (line.length() < 36 || line.charAt(32) != ' ' || line.charAt(35) != ' ') {
                throw Table.strange("ipv6_route", line);
            }
            // Two lines an address and more are not; to take them apart too would be most of the work of a reading.
            if (!line.startsWith(DEFAULT6)) {
                continue;
            }
            String[] column = columns("ipv6_route", line, 10);
            if (leadsOn(line, "ipv6_route", column[8])) {
                routes.add(new DefaultRoute(column[9], number(line, "ipv6_route", column[5], 16)));
            }
        }
        return routes;
    }

    private static boolean leadsOn(String line, String table, String flags) {
        long set = number(line, table, flags, 16);
        return (set & UP) != 0 && (set & REJECT) == 0;
    }

    private static String[] columns(String table, String line, int atLeast) {
        String[] columns = line.strip().split("\\s+", -1);
        if (columns.length < atLeast) {
            throw Table.strange(table, line);
        }
        return columns;
    }

    private static long number(String line, String table, String digits, int radix) {
        try {
            return Long.parseLong(digits, radix);
        } catch (NumberFormatException e) {
            throw Table.strange(table, line);
        }
    }
}
