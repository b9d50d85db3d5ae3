// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.sandbox.acme.protocol;

import io.github.vpsdns.sandbox.acme.control.AcmeEvent;
import io.github.vpsdns.sandbox.acme.control.AcmeLog;
import io.github.vpsdns.sandbox.acme.jws.AccountKey;
import io.github.vpsdns.sandbox.acme.jws.ExternalAccounts;
import io.github.vpsdns.sandbox.acme.jws.KeyChange;
import io.github.vpsdns.sandbox.acme.jws.SignedRequest;
import io.github.vpsdns.sandbox.acme.model.Account;
import io.github.vpsdns.sandbox.acme.model.Problem;
import io.github.vpsdns.sandbox.acme.model.ProblemException;
import io.github.vpsdns.sandbox.acme.model.ProblemType;
import io.github.vpsdns.sandbox.acme.model.Status;
import io.github.vpsdns.sandbox.acme.model.Store;
import io.github.vpsdns.sandbox.acme.resource.Ids;
import io.github.vpsdns.sandbox.acme.resource.Urls;
import io.github.vpsdns.sandbox.acme.resource.Views;
import io.github.vpsdns.sandbox.acme.wire.Json;
import io.github.vpsdns.sandbox.acme.wire.Reply;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Accounts: made, found, changed, closed (RFC 8555 §7.3). */
final class Accounts {
    private static final Set<Status> AUTHORIZATION_OPEN = Set.of(Status.PENDING, Status.VALID);

    private final Store store;
    private final Urls urls;
    private final Views views;
    private final ExternalAccounts externalAccounts;
    private final AcmeLog log;

    Accounts(Store store, Urls urls, ExternalAccounts externalAccounts, AcmeLog log) {
        this.store = store;
        this.urls = urls;
        this.views = new Views(urls);
        this.externalAccounts = externalAccounts;
        this.log = log;
    }

    Reply create(SignedRequest request) {
        ObjectNode payload = request.object();
        Optional<Account> known = store.accountByThumbprint(request.key().thumbprint());
        if (known.isPresent()) {
            return existing(known.get());
        }
        if (Json.flag(payload, "onlyReturnExisting")) {
            throw ProblemException.of(ProblemType.ACCOUNT_DOES_NOT_EXIST, "there is no account with this key");
        }
        if (!Json.flag(payload, "termsOfServiceAgreed")) {
            throw new ProblemException(
                    Problem.of(ProblemType.USER_ACTION_REQUIRED, "the terms of service must be agreed to")
                            .withInstance(urls.terms()),
                    Map.of("Link", "<" + urls.terms() + ">;rel=\"terms-of-service\""));
        }
        List<String> contacts = Contacts.read(payload);
        String external = externalAccounts.bind(payload.path("externalAccountBinding"), request);
        Account account = store.put(new Account(
                Ids.id(), request.key().key(), request.key().thumbprint(), contacts, Status.VALID, true, external));
        log.add(new AcmeEvent.AccountCreated(account.id(), contacts));
        return reply(201, account);
    }

    Reply showOrChange(SignedRequest request, String id) {
        Account account = own(request, id);
        if (request.isPostAsGet()) {
            return Reply.json(200, views.account(account));
        }
        ObjectNode payload = request.object();
        Optional<String> status = Json.text(payload, "status");
        if (status.isPresent() && !status.get().equals(Status.VALID.wireName())) {
            return deactivate(account, status.get());
        }
        Account changed = payload.has("contact") ? store.put(account.withContacts(Contacts.read(payload))) : account;
        return Reply.json(200, views.account(changed));
    }

    Reply orders(SignedRequest request, String id) {
        Account account = own(request, id);
        request.requirePostAsGet();
        ObjectNode json = Json.object();
        ArrayNode orders = json.putArray("orders");
        store.ordersOf(account.id()).forEach(order -> orders.add(urls.order(order.id())));
        return Reply.json(200, json);
    }

    Reply changeKey(SignedRequest request) {
        Account account = own(request, request.signer().id());
        AccountKey fresh = KeyChange.newKey(request, urls.account(account.id()));
        Optional<Account> holder = store.accountByThumbprint(fresh.thumbprint());
        if (holder.isPresent()) {
            throw new ProblemException(
                    Problem.of(ProblemType.CONFLICT, "the new key is that of an account already"),
                    Map.of("Location", urls.account(holder.get().id())));
        }
        Account changed = store.put(account.withKey(fresh.key(), fresh.thumbprint()));
        return reply(200, changed);
    }

    private Reply existing(Account account) {
        if (account.status() != Status.VALID) {
            throw ProblemException.of(
                    ProblemType.UNAUTHORIZED,
                    "the account with this key has status \"" + account.status().wireName() + "\"");
        }
        return reply(200, account);
    }

    private Reply deactivate(Account account, String status) {
        if (!status.equals(Status.DEACTIVATED.wireName())) {
            throw ProblemException.malformed(
                    "status can only be changed to \"deactivated\", not to \"" + status + "\"");
        }
        store.authorizationsOf(account.id())
                .filter(authorization -> AUTHORIZATION_OPEN.contains(authorization.status()))
                .forEach(authorization -> store.put(authorization.withStatus(Status.DEACTIVATED)));
        return Reply.json(200, views.account(store.put(account.withStatus(Status.DEACTIVATED))));
    }

    private Account own(SignedRequest request, String id) {
        if (!request.signer().id().equals(id)) {
            throw ProblemException.of(ProblemType.UNAUTHORIZED, "this is not the account that signed the request");
        }
        // Not the signer as it was when the request was verified: another may have changed it since.
        return store.account(id).orElseThrow();
    }

    private Reply reply(int status, Account account) {
        return Reply.json(status, views.account(account)).with("Location", urls.account(account.id()));
    }
}
