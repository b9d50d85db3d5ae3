// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.settings;

import io.github.vpsdns.core.address.AddressKind;
import java.net.InetAddress;
import java.util.EnumSet;
import java.util.Set;

/**
 * What becomes of an address that cannot be reached from everywhere, such as that of a router behind another.
 *
 * @param replace whether the address that the request came from takes its place, if it is of the same family and public; refused
 *     otherwise
 * @param allowed kinds that are taken as they are; public and documentation addresses always are
 */
public record AddressPolicy(boolean replace, Set<AddressKind> allowed) {
    /** The default: private addresses are replaced, none is allowed. */
    public static final AddressPolicy REPLACE = new AddressPolicy(true, Set.of());

    /** Copies the set. */
    public AddressPolicy {
        allowed = Set.copyOf(allowed);
    }

    /**
     * Tells whether an address may be published.
     *
     * @param address any address
     * @return whether it may
     */
    public boolean allows(InetAddress address) {
        AddressKind kind = AddressKind.of(address);
        return EnumSet.of(AddressKind.GLOBAL, AddressKind.DOCUMENTATION).contains(kind) || allowed.contains(kind);
    }
}
