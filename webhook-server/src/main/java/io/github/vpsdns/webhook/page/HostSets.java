// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.page;

import io.github.vpsdns.core.address.Family;
import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.webhook.report.WebhookStatus;
import io.github.vpsdns.webhook.report.WebhookStatus.HostState;
import io.github.vpsdns.webhook.settings.HostGrant;
import io.github.vpsdns.webhook.settings.HostPattern;
import io.github.vpsdns.webhook.settings.User;
import io.github.vpsdns.webhook.store.Wish;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A host with the sets of records that are known of it.
 *
 * @param host its name
 * @param sets one for each family that somebody has spoken of
 */
record HostSets(DomainName host, List<HostState> sets) {
    HostSets {
        sets = List.copyOf(sets);
    }

    /** All hosts that have been updated or that somebody may update by name, in order of their names. */
    static List<HostSets> all(WebhookStatus status, List<User> users) {
        Map<DomainName, List<HostState>> byHost = new TreeMap<>();
        for (HostState state : status.hosts()) {
            byHost.computeIfAbsent(state.row().key().host(), any -> new ArrayList<>())
                    .add(state);
        }
        users.stream()
                .flatMap(user -> user.hosts().stream())
                .map(HostGrant::hosts)
                .filter(pattern -> !pattern.below())
                .map(HostPattern::name)
                .forEach(name -> byHost.computeIfAbsent(name, any -> new ArrayList<>()));
        return byHost.entrySet().stream()
                .map(entry -> new HostSets(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** Finds one by the name that an address of a page ends with, which may be anything. */
    static Optional<HostSets> named(String name, WebhookStatus status, List<User> users) {
        return all(status, users).stream()
                .filter(one -> one.host().toString().equals(name))
                .findFirst();
    }

    Optional<HostState> of(Family family) {
        return sets.stream().filter(set -> set.row().key().family() == family).findFirst();
    }

    Standing standing() {
        return sets.stream().map(Standing::of).reduce(Standing::or).orElse(Standing.UNKNOWN);
    }

    /** The last update that the API has accepted. */
    Optional<Wish> lastDone() {
        return sets.stream()
                .map(set -> set.row().done())
                .filter(Objects::nonNull)
                .max(Comparator.comparing(Wish::acceptedAt));
    }
}
