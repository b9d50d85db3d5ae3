// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.ddns.settings;

import io.github.vpsdns.core.InvalidValueException;
import io.github.vpsdns.core.address.Family;
import io.github.vpsdns.core.address.HostPart;
import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.core.record.Ttl;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A name whose records follow addresses.
 *
 * @param name the full name
 * @param addresses how the addresses are found, for each family that the name is to have; at least one
 * @param ipv6Host where the name is that of another machine in the network: its host part, put behind the prefix of the IPv6
 *     address found; {@code null} for this host's own address
 * @param prefixLength how long that prefix is, 1 to 127 bits
 * @param ttl the TTL of records that are made; those that are there keep theirs
 */
public record RecordRule(
        DomainName name,
        Map<Family, AddressRule> addresses,
        @Nullable HostPart ipv6Host,
        int prefixLength,
        Ttl ttl) {
    /** The usual size of one network (RFC 7421). */
    public static final int PREFIX_LENGTH = 64;

    /**
     * Checks that the parts fit.
     *
     * @throws InvalidValueException if there is no family, or the host part and the prefix overlap
     */
    public RecordRule {
        addresses = Map.copyOf(addresses);
        if (addresses.isEmpty()) {
            throw new InvalidValueException("'" + name + "' has no family; expected ipv4, ipv6 or both");
        }
        if (ipv6Host != null) {
            ipv6Host.behind(prefixLength);
        }
    }
}
