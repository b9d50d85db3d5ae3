// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.dyndns;

import io.github.vpsdns.core.InvalidValueException;
import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.webhook.settings.AddressPolicy;
import io.github.vpsdns.webhook.settings.HostGrant;
import io.github.vpsdns.webhook.settings.User;
import io.github.vpsdns.webhook.update.FamilyWish;
import io.github.vpsdns.webhook.update.HostUpdate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes the plan of one request of one user. Not thread-safe: used once. */
final class Planner {
    /** So many Dyn takes in one request. */
    private static final int MOST_HOSTS = 20;

    private static final Set<String> SYSTEMS = Set.of("", "dyndns", "statdns", "custom");

    private final Message message;
    private final User user;
    private final Dialect dialect;
    private final AddressPolicy policy;
    private final List<String> refused = new ArrayList<>();

    Planner(Message message, User user, Dialect dialect, AddressPolicy policy) {
        this.message = message;
        this.user = user;
        this.dialect = dialect;
        this.policy = policy;
    }

    UpdatePlan plan() {
        if (message.twoUrls()) {
            refused.add(
                    "the router sent two URLs as one, and only the first was taken; write one URL with both addresses");
        }
        return UpdatePlan.of(lines(), refused, message.isTest());
    }

    private List<HostLine> lines() {
        Optional<String> system = message.parameters().first("system").map(String::strip);
        if (system.isPresent() && !SYSTEMS.contains(system.get().toLowerCase(Locale.ROOT))) {
            return forAll(
                    ReturnCode.BADSYS, "'system' has " + Shown.quoted(system.get()) + "; expected dyndns, or nothing");
        }
        List<String> names = dialect.names().apply(message, user);
        if (names.isEmpty()) {
            return forAll(
                    ReturnCode.NOTFQDN, "no host is named, and the user has more than one; add hostname= to the URL");
        }
        if (names.size() > MOST_HOSTS) {
            return forAll(
                    ReturnCode.NUMHOST, names.size() + " hosts in one request; expected " + MOST_HOSTS + " at most");
        }
        AddressPlan addresses = message.says(dialect.removal()) ? null : addresses();
        boolean nothing = addresses != null && addresses.isEmpty();
        return names.stream().map(name -> line(name, addresses, nothing)).toList();
    }

    private List<HostLine> forAll(ReturnCode code, String why) {
        refused.add(why);
        return List.of(told(code));
    }

    private AddressPlan addresses() {
        AddressPlan plan;
        try {
            plan = AddressPlan.of(
                    GivenAddresses.of(message), policy, message.call().client());
        } catch (InvalidValueException e) {
            plan = AddressPlan.nothing(String.valueOf(e.getMessage()));
        }
        refused.addAll(plan.refused());
        if (plan.isEmpty() && plan.refused().isEmpty()) {
            refused.add("the request names no address to set");
        }
        return plan;
    }

    private HostLine line(String text, @Nullable AddressPlan addresses, boolean nothing) {
        Optional<DomainName> host = HostNames.host(text);
        if (host.isEmpty()) {
            refused.add(Shown.quoted(text) + " is no full host name; expected one such as home.example.com");
            return told(ReturnCode.NOTFQDN);
        }
        Optional<HostGrant> grant = user.grant(host.get());
        if (grant.isEmpty()) {
            refused.add(Shown.quoted(host.get().toString()) + " is no host of this user's");
            return told(ReturnCode.NOHOST);
        }
        if (nothing) {
            return told(ReturnCode.DNSERR);
        }
        try {
            HostUpdate update = update(host.get(), grant.get(), addresses);
            if (isNothing(update)) {
                throw new InvalidValueException("the router told no prefix for what is behind it");
            }
            return new HostLine.Wanted(update);
        } catch (InvalidValueException e) {
            refused.add(host.get() + ": " + e.getMessage());
            return told(ReturnCode.DNSERR);
        }
    }

    private static HostUpdate update(DomainName host, HostGrant grant, @Nullable AddressPlan addresses) {
        return addresses == null
                ? new HostUpdate(host, new FamilyWish.Remove(), new FamilyWish.Remove())
                : new HostUpdate(host, addresses.ipv4(), addresses.ipv6(grant));
    }

    private static boolean isNothing(HostUpdate update) {
        return update.ipv4() instanceof FamilyWish.Keep && update.ipv6() instanceof FamilyWish.Keep;
    }

    private static HostLine told(ReturnCode code) {
        return new HostLine.Told(Line.of(code));
    }
}
