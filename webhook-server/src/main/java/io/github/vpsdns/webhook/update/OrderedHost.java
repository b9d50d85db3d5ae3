// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.update;

import io.github.vpsdns.core.address.Family;
import io.github.vpsdns.webhook.store.HostKey;
import io.github.vpsdns.webhook.update.state.ChangeBudgets;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One host of an order: what becomes of its families makes up what becomes of it. Owned by the loop's thread. */
final class OrderedHost {
    private final Order order;
    private final HostUpdate update;
    private final List<Asker> askers = new ArrayList<>(2);
    private @Nullable ChangeBudgets chargedTo;
    private @Nullable HostOutcome outcome;

    OrderedHost(Order order, HostUpdate update) {
        this.order = order;
        this.update = update;
        ask(Family.IPV4, update.ipv4());
        ask(Family.IPV6, update.ipv6());
        if (askers.isEmpty()) {
            outcome = new HostOutcome.Unchanged(List.of());
        }
    }

    private void ask(Family family, FamilyWish wish) {
        if (!(wish instanceof FamilyWish.Keep)) {
            askers.add(new Asker(this, new HostKey(update.host(), family), wish));
        }
    }

    Order order() {
        return order;
    }

    List<Asker> askers() {
        return askers;
    }

    @Nullable
    HostOutcome outcome() {
        return outcome;
    }

    /** Counts a change of the name, once for both families; false if there were too many. */
    boolean charge(ChangeBudgets budgets, long nowNanos) {
        if (chargedTo == null && budgets.take(update.host(), nowNanos)) {
            chargedTo = budgets;
        }
        return chargedTo != null;
    }

    void answered() {
        if (outcome == null && askers.stream().allMatch(Asker::isAnswered)) {
            HostOutcome all = together(askers.stream()
                    .flatMap(asker -> Stream.ofNullable(asker.outcome()))
                    .toList());
            outcome = all;
            if (chargedTo != null && changedNothing(all)) {
                chargedTo.giveBack(update.host());
            }
            order.answered();
        }
    }

    private boolean changedNothing(HostOutcome outcome) {
        return outcome instanceof HostOutcome.Unchanged
                || outcome instanceof HostOutcome.NoZone
                || askers.stream().noneMatch(Asker::isNoted);
    }

    /** What is wrong with one family is told, even if the other is well: only what is true of both is good. */
    static HostOutcome together(List<HostOutcome> families) {
        return families.size() == 1 ? families.get(0) : worst(families);
    }

    private static HostOutcome worst(List<HostOutcome> families) {
        return first(families, HostOutcome.NoZone.class)
                .or(() -> first(families, HostOutcome.Impossible.class))
                .or(() -> first(families, HostOutcome.TooOften.class))
                .or(() -> later(families))
                .orElseGet(() -> done(families));
    }

    private static Optional<HostOutcome> first(List<HostOutcome> families, Class<? extends HostOutcome> kind) {
        return families.stream().filter(kind::isInstance).findFirst();
    }

    private static Optional<HostOutcome> later(List<HostOutcome> families) {
        List<HostOutcome.Later> late = families.stream()
                .filter(HostOutcome.Later.class::isInstance)
                .map(HostOutcome.Later.class::cast)
                .toList();
        return late.isEmpty()
                ? Optional.empty()
                : Optional.of(new HostOutcome.Later(late.stream().allMatch(HostOutcome.Later::accepted)));
    }

    private static HostOutcome done(List<HostOutcome> families) {
        List<InetAddress> addresses = new ArrayList<>();
        boolean changed = false;
        for (HostOutcome family : families) {
            if (family instanceof HostOutcome.Changed one) {
                changed = true;
                addresses.addAll(one.addresses());
            } else if (family instanceof HostOutcome.Unchanged one) {
                addresses.addAll(one.addresses());
            }
        }
        return changed ? new HostOutcome.Changed(addresses) : new HostOutcome.Unchanged(addresses);
    }
}
