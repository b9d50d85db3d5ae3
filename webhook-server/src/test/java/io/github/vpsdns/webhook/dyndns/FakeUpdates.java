// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.dyndns;

import io.github.vpsdns.core.address.Family;
import io.github.vpsdns.core.address.HostPart;
import io.github.vpsdns.core.address.Network;
import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.webhook.update.FamilyWish;
import io.github.vpsdns.webhook.update.HostOutcome;
import io.github.vpsdns.webhook.update.HostUpdate;
import io.github.vpsdns.webhook.update.UpdateOrder;
import io.github.vpsdns.webhook.update.Updates;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Records in memory, written at once; a host can be given an outcome of its own. */
final class FakeUpdates implements Updates {
    private record Key(DomainName host, Family family) {}

    private final Map<Key, InetAddress> records = new HashMap<>();
    private final Map<DomainName, HostOutcome> outcomes = new HashMap<>();
    private final List<UpdateOrder> orders = new ArrayList<>();

    void outcome(String host, HostOutcome outcome) {
        outcomes.put(DomainName.of(host), outcome);
    }

    List<UpdateOrder> orders() {
        return orders;
    }

    /** What the records of a host say, IPv4 first. */
    List<String> records(String host) {
        return List.of(Family.values()).stream()
                .map(family -> records.get(new Key(DomainName.of(host), family)))
                .filter(Objects::nonNull)
                .map(Family::text)
                .toList();
    }

    @Override
    public CompletionStage<List<HostOutcome>> submit(UpdateOrder order) {
        orders.add(order);
        return CompletableFuture.completedFuture(order.hosts().stream()
                .map(update -> outcomes.containsKey(update.host())
                        ? outcomes.get(update.host())
                        : written(update, order.test()))
                .toList());
    }

    private HostOutcome written(HostUpdate update, boolean test) {
        List<InetAddress> told = new ArrayList<>();
        boolean changed = false;
        for (Family family : Family.values()) {
            FamilyWish wish = family == Family.IPV4 ? update.ipv4() : update.ipv6();
            if (wish instanceof FamilyWish.Keep) {
                continue;
            }
            Key key = new Key(update.host(), family);
            InetAddress before = records.get(key);
            InetAddress wanted = wanted(wish, before);
            if (wanted == null && wish instanceof FamilyWish.Renumber) {
                return new HostOutcome.Impossible("there is nothing to put behind the prefix");
            }
            changed |= !Objects.equals(before, wanted);
            if (!test) {
                records.put(key, wanted);
            }
            if (wanted != null) {
                told.add(wanted);
            }
        }
        return changed ? new HostOutcome.Changed(told) : new HostOutcome.Unchanged(told);
    }

    private static @Nullable InetAddress wanted(FamilyWish wish, @Nullable InetAddress before) {
        if (wish instanceof FamilyWish.Point point) {
            return point.address();
        }
        if (!(wish instanceof FamilyWish.Renumber renumber)) {
            return null;
        }
        HostPart host = renumber.host() != null ? renumber.host() : before == null ? null : behind(before, 64);
        Network prefix = renumber.prefix();
        return host == null ? null : host.within((Inet6Address) prefix.prefix(), prefix.length());
    }

    private static HostPart behind(InetAddress address, int length) {
        byte[] bits = address.getAddress();
        for (int at = 0; at < length / 8; at++) {
            bits[at] = 0;
        }
        try {
            return new HostPart((Inet6Address) InetAddress.getByAddress(bits));
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }
}
