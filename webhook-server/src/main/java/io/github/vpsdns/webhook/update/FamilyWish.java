// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.update;

import io.github.vpsdns.core.address.HostPart;
import io.github.vpsdns.core.address.Network;
import java.net.InetAddress;
import org.jspecify.annotations.Nullable;

/** What a client wants of the addresses of one family. */
public sealed interface FamilyWish {
    /** The records stay as they are. */
    record Keep() implements FamilyWish {}

    /** There shall be no record. */
    record Remove() implements FamilyWish {}

    /**
     * There shall be this address and no other.
     *
     * @param address an address of the family
     */
    record Point(InetAddress address) implements FamilyWish {}

    /**
     * The network has another prefix; what is behind it stays.
     *
     * @param prefix the prefix, of IPv6
     * @param host what is behind it, or {@code null} for what the record has that is there
     */
    record Renumber(Network prefix, @Nullable HostPart host) implements FamilyWish {}
}
