// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.sandbox.acme.protocol;

import io.github.vpsdns.sandbox.acme.jws.SignedRequest;
import io.github.vpsdns.sandbox.acme.model.Authorization;
import io.github.vpsdns.sandbox.acme.model.Challenge;
import io.github.vpsdns.sandbox.acme.model.ProblemException;
import io.github.vpsdns.sandbox.acme.model.ProblemType;
import io.github.vpsdns.sandbox.acme.model.Status;
import io.github.vpsdns.sandbox.acme.model.Store;
import io.github.vpsdns.sandbox.acme.resource.Polling;
import io.github.vpsdns.sandbox.acme.resource.Urls;
import io.github.vpsdns.sandbox.acme.resource.Views;
import io.github.vpsdns.sandbox.acme.wire.Json;
import io.github.vpsdns.sandbox.acme.wire.Reply;
import java.util.Optional;
import java.util.Set;

/** Authorizations and their challenges: shown, given up, triggered (RFC 8555 §7.5). */
final class Authorizations {
    private static final Set<Status> OPEN = Set.of(Status.PENDING, Status.VALID);

    private final Store store;
    private final Urls urls;
    private final Views views;
    private final Polling polling;
    private final Validation validation;

    Authorizations(Store store, Urls urls, Polling polling, Validation validation) {
        this.store = store;
        this.urls = urls;
        this.views = new Views(urls);
        this.polling = polling;
        this.validation = validation;
    }

    Reply showOrDeactivate(SignedRequest request, String id) {
        return store.locked(() -> {
            Authorization authorization = own(request, id);
            return reply(request.isPostAsGet() ? authorization : deactivate(request, authorization));
        });
    }

    /** Not to be called with the store locked: the answer may wait for the outcome. */
    Reply showOrTrigger(SignedRequest request, String authorizationId, String id) {
        if (!request.isPostAsGet()) {
            request.object();
            Authorization authorization = store.locked(() -> own(request, authorizationId));
            validation.start(authorization, challenge(authorization, id), request.signer());
        }
        return store.locked(() -> {
            Authorization authorization = own(request, authorizationId);
            return reply(authorization, challenge(authorization, id));
        });
    }

    private Authorization deactivate(SignedRequest request, Authorization authorization) {
        Optional<String> status = Json.text(request.object(), "status");
        if (!status.equals(Optional.of(Status.DEACTIVATED.wireName()))) {
            throw ProblemException.malformed("an authorization's status can only be changed to \"deactivated\"");
        }
        if (!OPEN.contains(authorization.status())) {
            throw ProblemException.malformed(
                    "an authorization of status \"" + authorization.status().wireName() + "\" cannot be deactivated");
        }
        return store.put(authorization.withStatus(Status.DEACTIVATED));
    }

    private Authorization own(SignedRequest request, String id) {
        Authorization authorization =
                store.authorization(id).orElseThrow(() -> ProblemException.notFound("there is no such authorization"));
        if (!authorization.accountId().equals(request.signer().id())) {
            throw ProblemException.of(ProblemType.UNAUTHORIZED, "the authorization belongs to another account");
        }
        return authorization;
    }

    private static Challenge challenge(Authorization authorization, String id) {
        return authorization.challenges().stream()
                .filter(challenge -> challenge.id().equals(id))
                .findFirst()
                .orElseThrow(() -> ProblemException.notFound("there is no such challenge"));
    }

    private Reply reply(Authorization authorization) {
        return polling.whileChanging(authorization.status(), Reply.json(200, views.authorization(authorization)));
    }

    private Reply reply(Authorization authorization, Challenge challenge) {
        Reply reply = Reply.json(200, views.challenge(authorization, challenge))
                .with("Location", urls.challenge(authorization.id(), challenge.id()))
                .with("Link", "<" + urls.authorization(authorization.id()) + ">;rel=\"up\"");
        return polling.whileChanging(challenge.status(), reply);
    }
}
