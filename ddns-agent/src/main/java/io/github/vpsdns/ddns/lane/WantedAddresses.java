// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.ddns.lane;

import io.github.vpsdns.core.address.Family;
import io.github.vpsdns.core.address.HostPart;
import io.github.vpsdns.ddns.settings.RecordRule;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.List;

/** What a name's records should say, given the host's addresses. */
public final class WantedAddresses {
    private WantedAddresses() {}

    /**
     * Applies a rule.
     *
     * @param rule the name's rule
     * @param family which of its records
     * @param host the host's addresses of that family, the best one first
     * @return the host's own, or those of the machine that the rule means, in the network of each; distinct
     */
    public static List<InetAddress> of(RecordRule rule, Family family, List<InetAddress> host) {
        HostPart other = rule.ipv6Host();
        if (other == null || family != Family.IPV6) {
            return List.copyOf(host);
        }
        return host.stream()
                .map(address -> (InetAddress) other.within((Inet6Address) address, rule.prefixLength()))
                .distinct()
                .toList();
    }
}
