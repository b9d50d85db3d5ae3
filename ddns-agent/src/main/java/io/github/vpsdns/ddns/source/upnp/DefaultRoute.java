// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.ddns.source.upnp;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * A way of this host to everywhere, by IPv4, that leads through another machine.
 *
 * @param interfaceName the interface
 * @param gateway the machine behind it
 */
record DefaultRoute(String interfaceName, InetAddress gateway) {
    private static final Path TABLE = Path.of("/proc/net/route");
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final Pattern WORD = Pattern.compile("[0-9A-F]{8}");
    private static final Pattern METRIC = Pattern.compile("-?[0-9]{1,10}");
    private static final String ANYWHERE = "00000000";

    /** Reads the kernel's table and returns the ways that it takes; empty where there is none to read. */
    static List<DefaultRoute> best() {
        try {
            return of(Files.readString(TABLE, StandardCharsets.US_ASCII));
        } catch (IOException e) {
            return List.of();
        }
    }

    /**
     * Reads a table as {@code proc(5)} has it: columns Iface, Destination, Gateway, Flags, RefCnt, Use, Metric and Mask.
     *
     * @return those with the lowest metric: a second way, for when the first one is out of order, leads to another router
     */
    static List<DefaultRoute> of(String table) {
        NavigableMap<Long, List<DefaultRoute>> routes = new TreeMap<>();
        for (String line : table.lines().skip(1).toList()) {
            String[] columns = BLANKS.split(line.strip(), -1);
            if (columns.length > 7
                    && columns[1].equals(ANYWHERE)
                    && columns[7].equals(ANYWHERE)
                    && WORD.matcher(columns[2]).matches()
                    && !columns[2].equals(ANYWHERE)
                    && METRIC.matcher(columns[6]).matches()) {
                // Unsigned, though the kernel prints it as if it were not.
                routes.computeIfAbsent(Long.parseLong(columns[6]) & 0xffff_ffffL, metric -> new ArrayList<>())
                        .add(new DefaultRoute(columns[0], address(Integer.parseUnsignedInt(columns[2], 16))));
            }
        }
        return routes.isEmpty() ? List.of() : List.copyOf(routes.firstEntry().getValue());
    }

    /** The kernel prints the four bytes as they lie in memory, as one number of this machine. */
    private static InetAddress address(int word) {
        byte[] bytes = ByteBuffer.allocate(Integer.BYTES)
                .order(ByteOrder.nativeOrder())
                .putInt(word)
                .array();
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("an address of " + bytes.length + " bytes", e);
        }
    }
}
