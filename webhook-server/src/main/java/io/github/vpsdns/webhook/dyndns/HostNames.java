// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.dyndns;

import io.github.vpsdns.core.InvalidValueException;
import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.webhook.settings.HostGrant;
import io.github.vpsdns.webhook.settings.HostPattern;
import io.github.vpsdns.webhook.settings.User;
import java.util.List;
import java.util.Optional;

/** Which hosts a request means, from all the places where clients put them. */
final class HostNames {
    // What some clients send where nothing was filled in.
    private static final String PLACEHOLDER = "YES";

    private HostNames() {}

    /**
     * The names as they were sent, from the first parameter that has any; without one, what was appended to the path, the user's own
     * name if that is a host of theirs, or the only host that they have.
     */
    static List<String> dynDns(Message message, User user) {
        for (String parameter : List.of("hostname", "host", "host_id", "domain", "domains")) {
            List<String> names = message.list(parameter).stream()
                    .filter(name -> !name.equalsIgnoreCase(PLACEHOLDER))
                    .toList();
            if (!names.isEmpty()) {
                return names;
            }
        }
        return message.appended()
                .or(() -> host(user.name())
                        .filter(own -> user.grant(own).isPresent())
                        .map(DomainName::toString))
                .or(() -> onlyHost(user))
                .map(List::of)
                .orElse(List.of());
    }

    /** The same; a single label, which is what DuckDNS calls a domain, stands for the only host of the user's that begins with it. */
    static List<String> duckDns(Message message, User user) {
        return dynDns(message, user).stream()
                .map(name -> name.indexOf('.') < 0 ? completed(name, user) : name)
                .toList();
    }

    /** Reads a full name. */
    static Optional<DomainName> host(String text) {
        try {
            return Optional.of(DomainName.of(text)).filter(name -> name.labels().size() > 1);
        } catch (InvalidValueException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> onlyHost(User user) {
        List<DomainName> hosts = single(user);
        return hosts.size() == 1 ? Optional.of(hosts.get(0).toString()) : Optional.empty();
    }

    private static String completed(String label, User user) {
        List<DomainName> hosts = single(user).stream()
                .filter(host -> host.labels().get(0).equalsIgnoreCase(label))
                .toList();
        return hosts.size() == 1 ? hosts.get(0).toString() : label;
    }

    private static List<DomainName> single(User user) {
        return user.hosts().stream()
                .map(HostGrant::hosts)
                .filter(pattern -> !pattern.below())
                .map(HostPattern::name)
                .distinct()
                .toList();
    }
}
