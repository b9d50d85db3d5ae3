// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.sandbox.acme.protocol;

import io.github.vpsdns.sandbox.acme.control.AcmeFaults;
import io.github.vpsdns.sandbox.acme.control.AcmeLog;
import io.github.vpsdns.sandbox.acme.control.Endpoint;
import io.github.vpsdns.sandbox.acme.jws.ExternalAccounts;
import io.github.vpsdns.sandbox.acme.jws.KeyRule;
import io.github.vpsdns.sandbox.acme.jws.SignedRequest;
import io.github.vpsdns.sandbox.acme.model.Store;
import io.github.vpsdns.sandbox.acme.pki.Issuer;
import io.github.vpsdns.sandbox.acme.resource.Polling;
import io.github.vpsdns.sandbox.acme.resource.Settings;
import io.github.vpsdns.sandbox.acme.resource.Target;
import io.github.vpsdns.sandbox.acme.resource.Urls;
import io.github.vpsdns.sandbox.acme.validation.DnsValidator;
import io.github.vpsdns.sandbox.acme.validation.Workshop;
import io.github.vpsdns.sandbox.acme.wire.Reply;
import java.util.EnumSet;
import java.util.Set;

/**
 * Answers requests, one resource after the other given to the class that knows it.
 *
 * <p>Thread-safe: all state is in the store, and is read and changed under its lock.
 */
public final class AcmeProtocol {
    private static final Set<Endpoint> OPEN =
            EnumSet.of(Endpoint.DIRECTORY, Endpoint.NEW_NONCE, Endpoint.RENEWAL_INFO, Endpoint.TERMS);

    private final Store store;
    private final DirectoryPage directory;
    private final Accounts accounts;
    private final Orders orders;
    private final Authorizations authorizations;
    private final Finalization finalization;
    private final Certificates certificates;
    private final Revocations revocations;
    private final Renewals renewals;

    /** Puts the parts together. */
    public AcmeProtocol(
            Store store,
            Urls urls,
            Settings settings,
            ExternalAccounts externalAccounts,
            Issuer issuer,
            DnsValidator dns,
            Workshop workshop,
            AcmeFaults faults,
            AcmeLog log) {
        this.store = store;
        directory = new DirectoryPage(urls, settings, externalAccounts.required());
        accounts = new Accounts(store, urls, externalAccounts, log);
        orders = new Orders(store, urls, settings, log);
        authorizations = new Authorizations(
                store,
                urls,
                new Polling(store, settings),
                new Validation(store, urls, settings, dns, workshop, faults, log));
        finalization =
                new Finalization(store, orders, settings, new Issuing(store, settings, issuer, faults, log), workshop);
        certificates = new Certificates(store, urls);
        revocations = new Revocations(store, urls, log);
        renewals = new Renewals(store);
    }

    /** Whether anyone may fetch the resource, unsigned. */
    public static boolean isOpen(Endpoint endpoint) {
        return OPEN.contains(endpoint);
    }

    /** How requests to a resource that is not open name their key. */
    public static KeyRule keyRule(Endpoint endpoint) {
        return switch (endpoint) {
            case NEW_ACCOUNT -> KeyRule.KEY;
            case REVOKE_CERT -> KeyRule.ACCOUNT_OR_KEY;
            default -> KeyRule.ACCOUNT;
        };
    }

    /**
     * Answers a GET or HEAD of an open resource.
     *
     * @param head whether only the headers are wanted, which newNonce tells by the status
     */
    public Reply answer(Target target, boolean head) {
        return switch (target.endpoint()) {
            case DIRECTORY -> directory.directory();
            case TERMS -> directory.terms();
            case NEW_NONCE -> Reply.empty(head ? 200 : 204);
            case RENEWAL_INFO -> store.locked(() -> renewals.info(target.id()));
            default -> throw new IllegalArgumentException(target.endpoint() + " takes signed requests only");
        };
    }

    /** Answers a request that was found well signed. */
    public Reply answer(Target target, SignedRequest request) {
        return switch (target.endpoint()) {
            // These may wait for an outcome, so they lock where they need to.
            case CHALLENGE ->
                authorizations.showOrTrigger(request, target.id(), target.ids().get(1));
            case FINALIZE -> finalization.finish(request, target.id());
            default -> store.locked(() -> answerLocked(target, request));
        };
    }

    private Reply answerLocked(Target target, SignedRequest request) {
        return switch (target.endpoint()) {
            case NEW_ACCOUNT -> accounts.create(request);
            case ACCOUNT -> accounts.showOrChange(request, target.id());
            case ORDERS -> accounts.orders(request, target.id());
            case KEY_CHANGE -> accounts.changeKey(request);
            case NEW_ORDER -> orders.create(request);
            case ORDER -> orders.show(request, target.id());
            case AUTHORIZATION -> authorizations.showOrDeactivate(request, target.id());
            case CERTIFICATE -> certificates.download(request, target);
            case REVOKE_CERT -> revocations.revoke(request);
            default -> throw new IllegalArgumentException(target.endpoint() + " takes no signed requests");
        };
    }
}
