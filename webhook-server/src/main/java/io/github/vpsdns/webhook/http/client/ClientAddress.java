// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.http.client;

import io.github.vpsdns.core.InvalidValueException;
import io.github.vpsdns.core.address.Family;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;

/** Addresses of clients as sockets and proxies give them. Asks no resolver. */
public final class ClientAddress {
    private static final String MAPPED = "::ffff:";

    private ClientAddress() {}

    /**
     * Makes of an IPv4-mapped IPv6 address (RFC 4291 section 2.5.5.2) the IPv4 address that it means, and takes the scope off.
     *
     * @param address any address
     * @return the same address in its plain form
     */
    public static InetAddress plain(InetAddress address) {
        try {
            return InetAddress.getByAddress(address.getAddress());
        } catch (UnknownHostException e) {
            throw new IllegalStateException("an address of no family", e);
        }
    }

    /** Reads an address with or without a port, IPv6 in brackets or bare; empty if it is anything else. */
    static Optional<InetAddress> parse(String text) {
        String bare = withoutPort(text);
        int scope = bare.indexOf('%');
        String address = unmapped(scope < 0 ? bare : bare.substring(0, scope));
        try {
            return Optional.of(plain((address.indexOf(':') < 0 ? Family.IPV4 : Family.IPV6).parse(address)));
        } catch (InvalidValueException e) {
            return Optional.empty();
        }
    }

    private static String unmapped(String text) {
        return text.regionMatches(true, 0, MAPPED, 0, MAPPED.length()) && text.indexOf('.') > 0
                ? text.substring(MAPPED.length())
                : text;
    }

    private static String withoutPort(String text) {
        if (text.startsWith("[")) {
            int end = text.indexOf(']');
            return end < 0 ? text : text.substring(1, end);
        }
        int colon = text.indexOf(':');
        return colon >= 0 && colon == text.lastIndexOf(':') ? text.substring(0, colon) : text;
    }
}
