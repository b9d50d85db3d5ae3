// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.sandbox.acme.resource;

import io.github.vpsdns.sandbox.acme.model.Account;
import io.github.vpsdns.sandbox.acme.model.Authorization;
import io.github.vpsdns.sandbox.acme.model.Challenge;
import io.github.vpsdns.sandbox.acme.model.Order;
import io.github.vpsdns.sandbox.acme.wire.Json;
import io.github.vpsdns.sandbox.acme.wire.ProblemView;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Resources as JSON (RFC 8555 §7.1). Immutable. */
public final class Views {
    private final Urls urls;

    /** With links by the given URLs. */
    public Views(Urls urls) {
        this.urls = urls;
    }

    /** An account (§7.1.2). */
    public ObjectNode account(Account account) {
        ObjectNode json = Json.object().put("status", account.status().wireName());
        ArrayNode contacts = json.putArray("contact");
        account.contacts().forEach(contacts::add);
        return json.put("termsOfServiceAgreed", account.termsAgreed()).put("orders", urls.orders(account.id()));
    }

    /** An order (§7.1.3). */
    public ObjectNode order(Order order) {
        ObjectNode json = Json.object()
                .put("status", order.status().wireName())
                .put("expires", time(order.expires()))
                .put("profile", order.request().profile());
        ArrayNode identifiers = json.putArray("identifiers");
        order.request().names().forEach(name -> identifiers.add(identifier(name)));
        ArrayNode authorizations = json.putArray("authorizations");
        order.authorizationIds().forEach(id -> authorizations.add(urls.authorization(id)));
        json.put("finalize", urls.finalization(order.id()));
        if (order.request().replaces() != null) {
            json.put("replaces", order.request().replaces());
        }
        if (order.request().notBefore() != null) {
            json.put("notBefore", time(order.request().notBefore()));
        }
        if (order.request().notAfter() != null) {
            json.put("notAfter", time(order.request().notAfter()));
        }
        if (order.certificateId() != null) {
            json.put("certificate", urls.certificate(order.certificateId()));
        }
        if (order.error() != null) {
            json.set("error", ProblemView.of(order.error()));
        }
        return json;
    }

    /** An authorization (§7.1.4). */
    public ObjectNode authorization(Authorization authorization) {
        ObjectNode json = Json.object()
                .put("status", authorization.status().wireName())
                .put("expires", time(authorization.expires()));
        json.set("identifier", identifier(authorization.domain()));
        ArrayNode challenges = json.putArray("challenges");
        authorization.challenges().forEach(each -> challenges.add(challenge(authorization, each)));
        if (authorization.wildcard()) {
            json.put("wildcard", true);
        }
        return json;
    }

    /** A challenge (§7.1.5, §8). */
    public ObjectNode challenge(Authorization authorization, Challenge challenge) {
        ObjectNode json = Json.object()
                .put("type", challenge.type().wireName())
                .put("url", urls.challenge(authorization.id(), challenge.id()))
                .put("status", challenge.status().wireName());
        if (challenge.type().hasToken()) {
            json.put("token", challenge.token());
        } else {
            json.putArray("issuer-domain-names").add(Settings.ISSUER);
            json.put("accounturi", urls.account(authorization.accountId()));
        }
        if (challenge.validated() != null) {
            json.put("validated", time(challenge.validated()));
        }
        if (challenge.error() != null) {
            json.set("error", ProblemView.of(challenge.error()));
        }
        return json;
    }

    /** A time as RFC 3339 writes it, in whole seconds. */
    public static String time(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private static ObjectNode identifier(String name) {
        return Json.object().put("type", "dns").put("value", name);
    }
}
