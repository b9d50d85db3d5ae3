// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.auth;

import io.github.vpsdns.core.address.Family;
import io.github.vpsdns.core.address.Network;
import java.net.Inet4Address;
import java.net.InetAddress;

/** What counts as one place on the Internet. */
final class Origins {
    private Origins() {}

    /** One subscriber: an IPv4 address, or the /64 in which a host of IPv6 takes whatever address it likes (RFC 4291). */
    static Network of(InetAddress client) {
        return new Network(client, client instanceof Inet4Address ? 32 : 64);
    }

    /** Where a subscriber is likely to be found again with another address: what a registry hands to a provider at least. */
    static Network around(InetAddress client) {
        return new Network(client, client instanceof Inet4Address ? 16 : 32);
    }

    /** An address alone is shown as one. */
    static String text(Network place) {
        boolean alone = place.length() == place.prefix().getAddress().length * 8;
        return alone ? Family.text(place.prefix()) : place.toString();
    }
}
