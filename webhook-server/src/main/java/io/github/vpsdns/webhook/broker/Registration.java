// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.broker;

import io.github.vpsdns.core.InvalidValueException;
import io.github.vpsdns.core.address.Network;
import io.github.vpsdns.core.json.JsonTree;
import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.webhook.auth.Admission;
import io.github.vpsdns.webhook.auth.CallCredentials;
import io.github.vpsdns.webhook.auth.Credentials;
import io.github.vpsdns.webhook.auth.Doorkeeper;
import io.github.vpsdns.webhook.broker.account.Accounts;
import io.github.vpsdns.webhook.broker.account.AllowFrom;
import io.github.vpsdns.webhook.broker.account.ClientRate;
import io.github.vpsdns.webhook.exchange.Call;
import io.github.vpsdns.webhook.exchange.Reply;
import io.github.vpsdns.webhook.report.WebhookEvent;
import io.github.vpsdns.webhook.settings.User;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Opens accounts for acme-dns clients, for whom the settings say. */
final class Registration {
    private static final int AT_ONCE = 20;
    private static final Duration ONE_MORE_AFTER = Duration.ofMinutes(3);

    private final Doorkeeper doorkeeper;
    private final ChallengeBroker broker;
    private final Accounts accounts;
    private final ClientRate rate;

    Registration(Doorkeeper doorkeeper, ChallengeBroker broker, Accounts accounts) {
        this.doorkeeper = doorkeeper;
        this.broker = broker;
        this.accounts = accounts;
        this.rate = new ClientRate(AT_ONCE, ONE_MORE_AFTER, broker.time());
    }

    CompletionStage<Reply> answer(Call call, DomainName domain) {
        return switch (broker.settings().registration()) {
            case CLOSED -> now(Replies.error(403, "registration is closed on this server"));
            case OPEN -> register(call, domain, "");
            case USERS -> forUsers(call, domain);
        };
    }

    private CompletionStage<Reply> forUsers(Call call, DomainName domain) {
        List<Credentials> credentials = CallCredentials.of(call);
        if (credentials.isEmpty()) {
            return now(Replies.unauthorized());
        }
        return doorkeeper
                .admit(credentials, call.client())
                .thenCompose(admission -> admission instanceof Admission.Admitted admitted
                        ? forUser(call, domain, admitted.user())
                        : now(Replies.notAdmitted(admission, broker.time().now())));
    }

    private CompletionStage<Reply> forUser(Call call, DomainName domain, User user) {
        if (user.challenges().isEmpty()) {
            String what = "the user may not answer any challenges";
            broker.listener().onEvent(new WebhookEvent.Refused(user.name(), call.client(), what));
            return now(Replies.error(403, what));
        }
        return register(call, domain, user.name());
    }

    private CompletionStage<Reply> register(Call call, DomainName domain, String by) {
        @Nullable JsonNode body = body(call);
        if (body == null) {
            return now(Replies.error(400, "malformed_json_payload"));
        }
        List<Network> allowFrom;
        try {
            allowFrom = AllowFrom.read(
                    body.path("allowfrom").valueStream().map(JsonNode::asString).toList());
        } catch (InvalidValueException e) {
            return now(Replies.error(400, "invalid_allowfrom_cidr"));
        }
        if (!rate.take(call.client())) {
            return now(Replies.later(429, "too many registrations", ONE_MORE_AFTER));
        }
        return broker.withStore(() -> accounts.open(allowFrom, by)).thenApply(opened -> reply(opened, domain));
    }

    /** Returns {@code null} if there is something other than an object whose list is a list of texts. */
    private static @Nullable JsonNode body(Call call) {
        if (call.body().length == 0) {
            return JsonTree.object();
        }
        try {
            JsonNode body = Json.read(call.body());
            JsonNode list = body.path("allowfrom");
            boolean texts = list.valueStream().allMatch(JsonNode::isString);
            return list.isMissingNode() || list.isNull() || (list.isArray() && texts) ? body : null;
        } catch (InvalidValueException e) {
            return null;
        }
    }

    private static Reply reply(Optional<Accounts.Opened> opened, DomainName domain) {
        if (opened.isEmpty()) {
            return Replies.error(503, "the server has " + Accounts.MOST + " accounts and opens no more");
        }
        ObjectNode json = JsonTree.object()
                .put("username", opened.get().account().username())
                .put("password", opened.get().password())
                .put("fulldomain", opened.get().account().subdomain() + "." + domain)
                .put("subdomain", opened.get().account().subdomain());
        ArrayNode networks = json.putArray("allowfrom");
        opened.get().account().allowFrom().forEach(network -> networks.add(network.toString()));
        return Reply.json(201, JsonTree.text(json));
    }

    private static CompletionStage<Reply> now(Reply reply) {
        return CompletableFuture.completedStage(reply);
    }
}
