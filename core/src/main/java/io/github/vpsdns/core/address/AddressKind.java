// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.address;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;

/**
 * What an address is for, by the special-purpose registries of IANA (RFC 6890, RFC 8190).
 *
 * <p>Only {@link #GLOBAL} addresses can be reached from everywhere. {@link #DOCUMENTATION} addresses are no host's, which is why
 * nobody publishes one by mistake.
 */
public enum AddressKind {
    /** Anything that no registry sets apart. */
    GLOBAL("public"),
    /** For examples: RFC 5737, RFC 3849, RFC 9637. */
    DOCUMENTATION("documentation", "192.0.2.0/24", "198.51.100.0/24", "203.0.113.0/24", "2001:db8::/32", "3fff::/20"),
    /** Private networks: RFC 1918. */
    PRIVATE("private", "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16"),
    /** Between a carrier and its customers, behind its address translation: RFC 6598. */
    CGNAT("cgnat", "100.64.0.0/10"),
    /** Unique local addresses: RFC 4193. */
    ULA("ula", "fc00::/7"),
    /** The host itself: RFC 1122, RFC 4291. */
    LOOPBACK("loopback", "127.0.0.0/8", "::1/128"),
    /** One link only: RFC 3927, RFC 4291. */
    LINK_LOCAL("link-local", "169.254.0.0/16", "fe80::/10"),
    /** Groups: RFC 5771, RFC 4291. */
    MULTICAST("multicast", "224.0.0.0/4", "ff00::/8"),
    /** No address yet, and "this network": RFC 1122, RFC 4291. */
    UNSPECIFIED("unspecified", "0.0.0.0/8", "::/128"),
    /** Everything else that is set apart or was taken back: tests, translation, tunnels, site-local, class E. */
    RESERVED(
            "reserved",
            "192.0.0.0/24",
            "192.31.196.0/24",
            "192.52.193.0/24",
            "192.88.99.0/24",
            "192.175.48.0/24",
            "198.18.0.0/15",
            "240.0.0.0/4",
            "::/96",
            "64:ff9b::/96",
            "64:ff9b:1::/48",
            "100::/64",
            "100:0:0:1::/64",
            "2001::/23",
            "2002::/16",
            "2620:4f:8000::/48",
            "5f00::/16",
            "fec0::/10");

    private final String word;

    @SuppressWarnings("ImmutableEnumChecker") // a list without setters, of values
    private final List<Network> blocks;

    AddressKind(String word, String... blocks) {
        this.word = word;
        this.blocks = Arrays.stream(blocks).map(Network::of).toList();
    }

    /**
     * Tells what an address is for.
     *
     * @param address any address
     * @return its kind
     */
    public static AddressKind of(InetAddress address) {
        for (AddressKind kind : values()) {
            if (kind.blocks.stream().anyMatch(block -> block.contains(address))) {
                return kind;
            }
        }
        // Of IPv6 only 2000::/3 has been given out (IANA, IPv6 Address Space).
        return address instanceof Inet4Address || (address.getAddress()[0] & 0xe0) == 0x20 ? GLOBAL : RESERVED;
    }

    /**
     * Returns the kind's name in configurations and messages.
     *
     * @return such as {@code cgnat}
     */
    public String word() {
        return word;
    }

    @Override
    public String toString() {
        return word;
    }
}
