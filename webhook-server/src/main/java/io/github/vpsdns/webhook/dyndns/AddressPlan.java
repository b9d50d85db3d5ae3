// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.dyndns;

import io.github.vpsdns.core.InvalidValueException;
import io.github.vpsdns.core.address.AddressKind;
import io.github.vpsdns.core.address.Family;
import io.github.vpsdns.core.address.HostPart;
import io.github.vpsdns.core.address.Network;
import io.github.vpsdns.webhook.settings.AddressPolicy;
import io.github.vpsdns.webhook.settings.HostGrant;
import io.github.vpsdns.webhook.update.FamilyWish;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The addresses that hosts are to have, as far as the policy lets them.
 *
 * @param addresses one a family at most; a family without one stays as it is
 * @param prefix the prefix of IPv6, or {@code null}
 * @param behindRouter whether hosts with a part behind the prefix have nothing to do with the IPv6 address
 * @param refused why something was left out, a sentence for each
 */
record AddressPlan(
        Map<Family, InetAddress> addresses, @Nullable Network prefix, boolean behindRouter, List<String> refused) {
    AddressPlan {
        addresses = Map.copyOf(addresses);
        refused = List.copyOf(refused);
    }

    /**
     * Decides.
     *
     * @param source where the request comes from
     */
    static AddressPlan of(GivenAddresses given, AddressPolicy policy, InetAddress source) {
        Map<Family, InetAddress> addresses = new EnumMap<>(Family.class);
        List<String> refused = new ArrayList<>();
        Family sourceFamily = Family.of(source);
        boolean sourceIsFit = policy.allows(source);
        given.addresses().forEach((family, address) -> {
            if (policy.allows(address)) {
                addresses.put(family, address);
            } else if (policy.replace() && family == sourceFamily && sourceIsFit) {
                addresses.put(family, source);
            } else {
                refused.add(described(address) + " is not published");
            }
        });
        if (given.fromSource().contains(sourceFamily)) {
            if (sourceIsFit) {
                addresses.putIfAbsent(sourceFamily, source);
            } else {
                refused.add("the request comes from " + described(source) + ", which is not published");
            }
        } else if (!given.fromSource().isEmpty()) {
            refused.add("the request comes from " + Family.text(source) + ", which is no address of "
                    + given.fromSource().iterator().next());
        }
        Network prefix = given.prefix();
        if (prefix != null && !policy.allows(prefix.prefix())) {
            refused.add("the prefix " + prefix + " is " + AddressKind.of(prefix.prefix()) + " and is not published");
            prefix = null;
        }
        return new AddressPlan(addresses, prefix, given.behindRouter(), refused);
    }

    /** Takes no address at all. */
    static AddressPlan nothing(String why) {
        return new AddressPlan(Map.of(), null, false, List.of(why));
    }

    private static String described(InetAddress address) {
        return "the address " + Family.text(address) + " (" + AddressKind.of(address) + ")";
    }

    boolean isEmpty() {
        return addresses.isEmpty() && prefix == null;
    }

    FamilyWish ipv4() {
        return wish(addresses.get(Family.IPV4));
    }

    /**
     * What becomes of a host's IPv6 address: a prefix is for those whose part behind it is known, and if the router knows none now,
     * they stay as they are; others have the address that was said, or else what they had behind their former prefix.
     *
     * @throws InvalidValueException if the part does not fit behind the prefix
     */
    FamilyWish ipv6(HostGrant grant) {
        InetAddress address = addresses.get(Family.IPV6);
        HostPart host = grant.ipv6Host();
        if (host != null && behindRouter) {
            return prefix == null ? wish(null) : new FamilyWish.Renumber(prefix, host.behind(prefix.length()));
        }
        return address == null && prefix != null ? new FamilyWish.Renumber(prefix, null) : wish(address);
    }

    private static FamilyWish wish(@Nullable InetAddress address) {
        return address == null ? new FamilyWish.Keep() : new FamilyWish.Point(address);
    }
}
