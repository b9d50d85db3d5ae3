// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.ddns.source.local;

import io.github.vpsdns.core.address.AddressKind;
import java.net.InetAddress;
import java.util.Optional;

/** Why an address of an interface is not for others, whatever the configuration allows. */
enum Flaw {
    UNSPECIFIED("unspecified"),
    LOOPBACK("loopback"),
    LINK_LOCAL("link-local"),
    MULTICAST("multicast"),
    /** Another host on the link has it (RFC 4862 section 5.4). */
    DUPLICATE("duplicate"),
    /** Not known to be unique yet. */
    TENTATIVE("tentative"),
    /** Not to be used for anything new: its network was renumbered, or its lease is running out. */
    DEPRECATED("deprecated"),
    /** For connections from here, for a day or so (RFC 8981). */
    TEMPORARY("temporary");

    private final String word;

    Flaw(String word) {
        this.word = word;
    }

    /** The flaw that comes with what an address is for. */
    static Optional<Flaw> ofKind(InetAddress address) {
        return switch (AddressKind.of(address)) {
            case UNSPECIFIED -> Optional.of(UNSPECIFIED);
            case LOOPBACK -> Optional.of(LOOPBACK);
            case LINK_LOCAL -> Optional.of(LINK_LOCAL);
            case MULTICAST -> Optional.of(MULTICAST);
            default -> Optional.empty();
        };
    }

    @Override
    public String toString() {
        return word;
    }
}
