// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.dns;

import io.github.vpsdns.core.record.Aaaa;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/**
 * One address of a name server.
 *
 * @param host its name, or its address where it was given as one
 * @param address where it is asked, resolved
 */
public record NameServer(String host, InetSocketAddress address) {
    private static final int DNS_PORT = 53;

    /**
     * Returns the server as a person would name it.
     *
     * @return such as {@code ns1.vps.org (192.0.2.53)} or {@code 127.0.0.1:5353}
     */
    @Override
    public String toString() {
        InetAddress ip = address.getAddress();
        return host.equals(ip.getHostAddress()) || host.equals(text(ip))
                ? at(address)
                : host + " (" + at(address) + ")";
    }

    /** Writes an address, and its port unless it is that of DNS. */
    static String at(InetSocketAddress address) {
        String ip = text(address.getAddress());
        if (address.getPort() == DNS_PORT) {
            return ip;
        }
        return (ip.indexOf(':') >= 0 ? "[" + ip + "]" : ip) + ":" + address.getPort();
    }

    private static String text(InetAddress ip) {
        return ip instanceof Inet6Address v6 ? new Aaaa(v6).value() : ip.getHostAddress();
    }
}
