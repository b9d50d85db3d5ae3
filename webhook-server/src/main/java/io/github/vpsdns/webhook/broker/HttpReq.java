// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.broker;

import io.github.vpsdns.core.InvalidValueException;
import io.github.vpsdns.webhook.auth.Admission;
import io.github.vpsdns.webhook.auth.CallCredentials;
import io.github.vpsdns.webhook.auth.Credentials;
import io.github.vpsdns.webhook.auth.Doorkeeper;
import io.github.vpsdns.webhook.exchange.Call;
import io.github.vpsdns.webhook.exchange.Endpoint;
import io.github.vpsdns.webhook.exchange.Reply;
import io.github.vpsdns.webhook.report.WebhookEvent;
import io.github.vpsdns.webhook.settings.User;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * lego's httpreq protocol, in both modes, which acme.sh calls acmeproxy: {@code POST /present} and {@code POST /cleanup} with Basic
 * credentials.
 *
 * <p>What was asked for is the answer, since acme.sh looks for the value in it. It is sent when the API has accepted the change, which is
 * within half a minute or not at all; clients wait for the name servers themselves. Only names of challenges in the scopes of the user, and
 * only values that answer a challenge, get into a zone. Thread-safe.
 */
public final class HttpReq implements Endpoint {
    /** What is to be done. */
    public enum Action {
        /** The value shall be there. */
        PRESENT,
        /** The value shall be gone. */
        CLEANUP
    }

    private final Doorkeeper doorkeeper;
    private final ChallengeBroker broker;
    private final Action action;

    /**
     * Creates one of the two endpoints.
     *
     * @param doorkeeper lets users in
     * @param broker does what they ask
     * @param action what this endpoint is for
     */
    public HttpReq(Doorkeeper doorkeeper, ChallengeBroker broker, Action action) {
        this.doorkeeper = doorkeeper;
        this.broker = broker;
        this.action = action;
    }

    @Override
    public CompletionStage<Reply> answer(Call call) {
        if (!call.method().equals("POST")) {
            return now(Replies.error(405, "the method " + call.method() + " is not taken here; expected POST")
                    .with("Allow", "POST"));
        }
        List<Credentials> credentials = CallCredentials.of(call);
        if (credentials.isEmpty()) {
            return now(Replies.unauthorized());
        }
        return doorkeeper
                .admit(credentials, call.client())
                .thenCompose(admission -> admission instanceof Admission.Admitted admitted
                        ? answer(call, admitted.user())
                        : now(Replies.notAdmitted(admission, broker.time().now())))
                .exceptionally(Replies::failed);
    }

    private CompletionStage<Reply> answer(Call call, User user) {
        ChallengeRequest request;
        try {
            request = ChallengeRequest.read(call.body());
        } catch (InvalidValueException e) {
            return now(Replies.error(400, String.valueOf(e.getMessage())).to(user.name()));
        }
        if (!user.mayProve(request.proof())) {
            String what = "the user may not answer challenges for '" + request.proof() + "'";
            broker.listener().onEvent(new WebhookEvent.Refused(user.name(), call.client(), what));
            return now(Replies.error(403, what).to(user.name()));
        }
        Challenge challenge = new Challenge(request.key(), user.name());
        CompletionStage<Outcome> outcome =
                action == Action.PRESENT ? broker.present(challenge, false) : broker.withdraw(challenge);
        return outcome.thenApply(
                became -> Replies.of(became, Reply.json(200, request.echo())).to(user.name()));
    }

    private static CompletionStage<Reply> now(Reply reply) {
        return CompletableFuture.completedStage(reply);
    }
}
