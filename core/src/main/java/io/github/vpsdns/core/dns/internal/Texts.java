// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.dns.internal;

import io.github.vpsdns.core.record.Aaaa;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Arrays;

/** Durations and addresses for people. */
public final class Texts {
    private static final int DNS_PORT = 53;
    private static final byte[] MAPPED = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, -1, -1};

    private Texts() {}

    /** Returns such as {@code 3 s}, {@code 1.5 s} or {@code 250 ms}; of what is longer than a second, tenths. */
    public static String of(Duration duration) {
        if (duration.toMillis() < 1000) {
            return duration.toMillis() + " ms";
        }
        long tenths = duration.toMillis() / 100;
        return tenths / 10 + (tenths % 10 == 0 ? "" : "." + tenths % 10) + " s";
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
        // A scope is part of where to reach an address, if not of the address.
        return ip instanceof Inet6Address v6 && v6.getScopeId() == 0 && !isMapped(v6)
                ? new Aaaa(v6).value()
                : ip.getHostAddress();
    }

    private static boolean isMapped(Inet6Address ip) {
        byte[] bytes = ip.getAddress();
        return Arrays.equals(bytes, 0, MAPPED.length, MAPPED, 0, MAPPED.length);
    }
}
