// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.dns;

import io.github.vpsdns.core.dns.internal.Texts;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One address of a name server.
 *
 * @param host its name, or its address where it was given as one
 * @param address where it is asked, resolved
 */
public record NameServer(String host, InetSocketAddress address) {
    /**
     * Returns the server as a person would name it.
     *
     * @return such as {@code ns1.vps.org (192.0.2.53)} or {@code 127.0.0.1:5353}
     */
    @Override
    public String toString() {
        InetAddress ip = address.getAddress();
        String at = Texts.of(address);
        return host.equals(ip.getHostAddress()) || host.equals(Texts.of(ip)) ? at : host + " (" + at + ")";
    }

    static Map<NameServer, InetSocketAddress> byServer(List<NameServer> servers) {
        Map<NameServer, InetSocketAddress> addresses = new LinkedHashMap<>();
        servers.forEach(server -> addresses.put(server, server.address()));
        return addresses;
    }
}
