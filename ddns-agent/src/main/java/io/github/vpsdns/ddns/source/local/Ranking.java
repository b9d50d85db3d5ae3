// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.ddns.source.local;

import io.github.vpsdns.core.address.AddressKind;
import io.github.vpsdns.core.address.Family;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * Which of several usable addresses is the best.
 *
 * <p>What can be reached from everywhere is before all else. IPv4 addresses then stay in the order of the kernel, which has
 * secondary ones last. For IPv6, whose table has no order, it is as ddclient does it: first what has no end of its lifetime, then
 * the longest prefix (an address from DHCPv6 before one of the same network that the host made itself), then the fewest groups as
 * text (which a person chose); at last the smallest, so that the choice does not depend on the order of the table.
 */
final class Ranking {
    private static final Comparator<LocalAddress> BY_KIND = Comparator.comparing(one -> AddressKind.of(one.address()));

    private static final Comparator<LocalAddress> BY_LOOKS = Comparator.comparing(
                    (LocalAddress one) -> !one.permanent())
            .thenComparing(Comparator.comparingInt(LocalAddress::prefixLength).reversed())
            .thenComparingLong(one -> groups(Family.text(one.address())))
            .thenComparing(one -> one.address().getAddress(), Arrays::compareUnsigned)
            .thenComparing(LocalAddress::interfaceName);

    private Ranking() {}

    /** Sorts addresses of one family, the best one first. */
    static List<LocalAddress> best(Family family, Collection<LocalAddress> addresses) {
        return addresses.stream()
                .sorted(family == Family.IPV4 ? BY_KIND : BY_KIND.thenComparing(BY_LOOKS))
                .toList();
    }

    private static long groups(String text) {
        return Arrays.stream(text.split(":", -1))
                .filter(group -> !group.isEmpty())
                .count();
    }
}
