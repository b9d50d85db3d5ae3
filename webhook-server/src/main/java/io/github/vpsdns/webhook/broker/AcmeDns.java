// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.broker;

import io.github.vpsdns.core.InvalidValueException;
import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.webhook.auth.Doorkeeper;
import io.github.vpsdns.webhook.broker.account.Accounts;
import io.github.vpsdns.webhook.broker.account.ClientRate;
import io.github.vpsdns.webhook.exchange.Call;
import io.github.vpsdns.webhook.exchange.Endpoint;
import io.github.vpsdns.webhook.exchange.Reply;
import io.github.vpsdns.webhook.report.WebhookEvent;
import io.github.vpsdns.webhook.store.AccountBook.Account;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The protocol of <a href="https://github.com/joohoi/acme-dns">acme-dns</a>: {@code POST /register} opens an account with a name of its own
 * below the configured domain, {@code POST /update} puts a value there, {@code GET /health} says that the server is there. Whoever has an
 * account needs one CNAME record, from {@code _acme-challenge} and a name to the account's.
 *
 * <p>Replies and the words for errors are those of acme-dns. Other than there, a value goes when its time is over, not when two newer ones have
 * come, so that orders at the same time do not take away each other's; the oldest goes only if there are twenty. An update is answered when
 * the API has accepted it.
 *
 * <p>Thread-safe.
 */
public final class AcmeDns implements Endpoint {
    /** Nobody guesses a password of 40 characters; this keeps who tries away from the database. */
    private static final int WRONG_AT_ONCE = 100;

    private static final Duration ONE_MORE_AFTER = Duration.ofSeconds(10);
    private static final String OWNER = "acme-dns:";
    private static final int LONGEST_HEADER = 100;

    private final ChallengeBroker broker;
    private final Accounts accounts;
    private final Registration registration;
    private final ClientRate wrong;

    /**
     * Creates the endpoint for all three paths.
     *
     * @param doorkeeper lets users in who register accounts
     * @param broker does what clients ask
     */
    public AcmeDns(Doorkeeper doorkeeper, ChallengeBroker broker) {
        this.broker = broker;
        this.accounts = new Accounts(broker.accounts(), broker.time());
        this.registration = new Registration(doorkeeper, broker, accounts);
        this.wrong = new ClientRate(WRONG_AT_ONCE, ONE_MORE_AFTER, broker.time());
    }

    @Override
    public CompletionStage<Reply> answer(Call call) {
        String method = call.path().equals("/health") ? "GET" : "POST";
        if (!call.method().equals(method)) {
            return now(Replies.error(405, "the method " + call.method() + " is not taken here; expected " + method)
                    .with("Allow", method));
        }
        @Nullable DomainName domain = broker.settings().domain();
        if (domain == null) {
            return now(Replies.error(404, "acme-dns is off on this server; its configuration names no domain for it"));
        }
        CompletionStage<Reply> reply = switch (call.path()) {
            case "/health" -> now(new Reply(200, "text/plain", new byte[0], Map.of()));
            case "/register" -> registration.answer(call, domain);
            case "/update" -> update(call, domain);
            default -> now(Replies.error(404, "there is nothing at this path"));
        };
        return reply.exceptionally(Replies::failed);
    }

    private CompletionStage<Reply> update(Call call, DomainName domain) {
        String user = call.headers().first("X-Api-User").orElse("");
        String key = call.headers().first("X-Api-Key").orElse("");
        if (user.isEmpty() || key.isEmpty() || user.length() > LONGEST_HEADER || key.length() > LONGEST_HEADER) {
            return now(forbidden());
        }
        if (!wrong.has(call.client())) {
            return now(Replies.later(429, "too many wrong passwords", ONE_MORE_AFTER));
        }
        return broker.withStore(() -> accounts.admit(user, key, call.client()))
                .thenCompose(account -> update(call, domain, account));
    }

    private CompletionStage<Reply> update(Call call, DomainName domain, Optional<Account> admitted) {
        if (admitted.isEmpty()) {
            wrong.take(call.client());
            broker.listener()
                    .onEvent(new WebhookEvent.Denied(
                            null, call.client(), "wrong credentials of an acme-dns account, or not from there"));
            return now(forbidden());
        }
        Account account = admitted.get();
        JsonNode body;
        try {
            body = Json.read(call.body());
        } catch (InvalidValueException e) {
            return now(forbidden());
        }
        if (!Json.text(body, "subdomain").equals(account.subdomain())) {
            return now(forbidden());
        }
        String value = Json.text(body, "txt");
        if (!ChallengeRequest.isValue(value)) {
            return now(Replies.error(400, "bad_txt"));
        }
        TxtValue key = new TxtValue(domain.prepend(account.subdomain()), value);
        return broker.present(new Challenge(key, OWNER + account.username()), true)
                .thenApply(outcome -> Replies.of(outcome, Reply.json(200, "{\"txt\": \"" + value + "\"}"))
                        .to(OWNER + account.username()));
    }

    private static Reply forbidden() {
        return Replies.error(401, "forbidden");
    }

    private static CompletionStage<Reply> now(Reply reply) {
        return CompletableFuture.completedStage(reply);
    }
}
