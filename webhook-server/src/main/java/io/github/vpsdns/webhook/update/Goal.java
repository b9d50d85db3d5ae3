// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.update;

import io.github.vpsdns.core.InvalidValueException;
import io.github.vpsdns.core.address.Family;
import io.github.vpsdns.core.address.HostPart;
import io.github.vpsdns.core.address.Network;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a set shall say to please a client. */
sealed interface Goal {
    /** These addresses: one, or none. */
    record To(List<InetAddress> addresses) implements Goal {}

    /** It takes to know what the set says. */
    record Unknown() implements Goal {}

    /** Nothing that is possible. */
    record Not(String reason) implements Goal {}

    /** Tells what a client wants of a set that says this, or will when all that is under way is done; null if that is not known. */
    static Goal of(FamilyWish wish, Family family, @Nullable List<InetAddress> basis) {
        if (wish instanceof FamilyWish.Point point) {
            return Family.of(point.address()) == family
                    ? new To(List.of(point.address()))
                    : new Not(Family.text(point.address()) + " is no " + family + " address");
        }
        if (wish instanceof FamilyWish.Renumber renumber) {
            HostPart host = renumber.host();
            return host != null ? join(renumber.prefix(), host) : behind(renumber.prefix(), basis);
        }
        return new To(List.of());
    }

    private static Goal behind(Network prefix, @Nullable List<InetAddress> basis) {
        if (basis == null) {
            return new Unknown();
        }
        return basis.isEmpty()
                ? new Not("there is no IPv6 record whose host part could be put behind " + prefix)
                : join(prefix, hostPart((Inet6Address) basis.get(0), prefix));
    }

    private static HostPart hostPart(Inet6Address address, Network prefix) {
        byte[] bits = address.getAddress();
        for (int bit = 0; bit < prefix.length(); bit++) {
            bits[bit / 8] &= (byte) ~(0x80 >> (bit % 8));
        }
        try {
            return new HostPart((Inet6Address) InetAddress.getByAddress(bits));
        } catch (UnknownHostException e) {
            throw new IllegalStateException("an address of " + bits.length + " bytes", e);
        }
    }

    private static Goal join(Network prefix, HostPart host) {
        try {
            return prefix.prefix() instanceof Inet6Address six
                    ? new To(List.of(host.within(six, prefix.length())))
                    : new Not(prefix + " is no IPv6 prefix");
        } catch (InvalidValueException e) {
            return new Not(Objects.requireNonNullElse(e.getMessage(), e.toString()));
        }
    }
}
