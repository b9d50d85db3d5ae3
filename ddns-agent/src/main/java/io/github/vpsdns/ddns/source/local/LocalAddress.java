// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.ddns.source.local;

import java.net.InetAddress;
import java.util.Optional;

/**
 * An address as an interface has it at one moment.
 *
 * @param address without scope
 * @param interfaceName the interface's name
 * @param prefixLength how many bits of it are the network's
 * @param permanent whether it has no end of its lifetime; {@code false} where that is not told
 * @param flaw why it is not for others, empty if it may be published
 */
record LocalAddress(
        InetAddress address, String interfaceName, int prefixLength, boolean permanent, Optional<Flaw> flaw) {
    /** An address of which nothing but its kind is told. */
    static LocalAddress of(InetAddress address, String interfaceName, int prefixLength) {
        return new LocalAddress(address, interfaceName, prefixLength, false, Flaw.ofKind(address));
    }

    boolean isUsable() {
        return flaw.isEmpty();
    }
}
