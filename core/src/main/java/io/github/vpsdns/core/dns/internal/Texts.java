// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.dns.internal;

import io.github.vpsdns.core.record.Aaaa;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;

/** Durations and addresses for people. */
public final class Texts {
    private static final int DNS_PORT = 53;

    private Texts() {}

    /** Returns such as {@code 3 s} or {@code 250 ms}. */
    public static String of(Duration duration) {
        return duration.toMillis() % 1000 == 0 ? duration.toSeconds() + " s" : duration.toMillis() + " ms";
    }

    /** Writes an address, and its port unless it is that of DNS: {@code [2001:db8::1]:5353}. */
    public static String of(InetSocketAddress address) {
        String ip = of(address.getAddress());
        if (address.getPort() == DNS_PORT) {
            return ip;
        }
        return (ip.indexOf(':') >= 0 ? "[" + ip + "]" : ip) + ":" + address.getPort();
    }

    /** Writes an address, of IPv6 by RFC 5952. */
    public static String of(InetAddress ip) {
        return ip instanceof Inet6Address v6 ? new Aaaa(v6).value() : ip.getHostAddress();
    }
}
