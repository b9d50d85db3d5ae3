// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.page;

import io.github.vpsdns.core.InvalidValueException;
import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.webhook.exchange.Query;
import io.github.vpsdns.webhook.page.setup.Client;
import io.github.vpsdns.webhook.page.setup.guide.Target;
import io.github.vpsdns.webhook.settings.HostGrant;
import io.github.vpsdns.webhook.settings.User;
import io.github.vpsdns.webhook.settings.WebhookSettings;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What somebody chose on the set-up page, as far as it goes.
 *
 * @param host as it was typed
 * @param client what is to be set up
 * @param user the chosen user's name, or empty for whoever may
 * @param target what follows from it, or {@code null} if something is missing
 * @param problem what is wrong, or {@code null}
 */
record Choice(
        String host,
        Client client,
        String user,
        @Nullable Target target,
        @Nullable String problem) {
    static Choice of(Query query, WebhookSettings settings) {
        String host = query.first("host").orElse("").strip();
        String user = query.first("user").orElse("");
        Client client = query.first("client").flatMap(Client::find).orElse(Client.FRITZ_BOX);
        if (host.isEmpty() || !query.has("client")) {
            return new Choice(host, client, user, null, null);
        }
        DomainName name;
        try {
            name = DomainName.of(host);
        } catch (InvalidValueException e) {
            return new Choice(host, client, user, null, e.getMessage());
        }
        Optional<User> found = settings.users().stream()
                .filter(one -> user.isEmpty() || one.name().equals(user))
                .filter(one -> may(one, name, client))
                .findFirst();
        return found.map(one -> new Choice(host, client, user, target(settings, name, one), null))
                .orElseGet(() -> new Choice(host, client, user, null, refusal(settings.users(), name, user, client)));
    }

    private static boolean may(User user, DomainName host, Client client) {
        return client.kind() == Client.Kind.CERTIFICATES
                ? user.mayProve(host.withoutWildcard())
                : user.grant(host).isPresent();
    }

    private static Target target(WebhookSettings settings, DomainName host, User user) {
        boolean prefix = user.grant(host).map(HostGrant::ipv6Host).isPresent();
        return new Target(PublicUrl.of(settings).url(), host, user.name(), prefix);
    }

    private static String refusal(List<User> users, DomainName host, String user, Client client) {
        boolean proof = client.kind() == Client.Kind.CERTIFICATES;
        String what = proof ? "prove " + host + " to a CA" : "update " + host;
        String key = proof ? "challenges" : "hosts";
        if (users.isEmpty()) {
            return "There are no users yet: add one to the configuration, with " + host + " under '" + key + "'.";
        }
        if (!user.isEmpty() && users.stream().noneMatch(one -> one.name().equals(user))) {
            return "There is no user " + user + ".";
        }
        String who = user.isEmpty() ? "No user may " : "The user " + user + " may not ";
        return who + what + ". Add it under '" + key + "' of a user in the configuration.";
    }
}
