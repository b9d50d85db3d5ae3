// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.sandbox.acme.protocol;

import io.github.vpsdns.sandbox.acme.jws.AccountKey;
import io.github.vpsdns.sandbox.acme.jws.SignedRequest;
import io.github.vpsdns.sandbox.acme.model.Order;
import io.github.vpsdns.sandbox.acme.model.ProblemException;
import io.github.vpsdns.sandbox.acme.model.ProblemType;
import io.github.vpsdns.sandbox.acme.model.Status;
import io.github.vpsdns.sandbox.acme.model.Store;
import io.github.vpsdns.sandbox.acme.pki.SigningRequest;
import io.github.vpsdns.sandbox.acme.resource.Settings;
import io.github.vpsdns.sandbox.acme.validation.Workshop;
import io.github.vpsdns.sandbox.acme.wire.Base64Url;
import io.github.vpsdns.sandbox.acme.wire.Json;
import io.github.vpsdns.sandbox.acme.wire.Reply;
import java.util.Set;

/** Takes the CSR for an order that is ready (RFC 8555 §7.4) and has the certificate made in the workshop. */
final class Finalization {
    private final Store store;
    private final Orders orders;
    private final Settings settings;
    private final Issuing issuing;
    private final Workshop workshop;

    Finalization(Store store, Orders orders, Settings settings, Issuing issuing, Workshop workshop) {
        this.store = store;
        this.orders = orders;
        this.settings = settings;
        this.issuing = issuing;
        this.workshop = workshop;
    }

    /** Not to be called with the store locked: the answer may wait for the certificate. */
    Reply finish(SignedRequest request, String orderId) {
        SigningRequest csr = store.locked(() -> accept(request, orderId));
        workshop.run(() -> issuing.issue(orderId, csr), settings.issuingDelay(), settings.patience());
        return store.locked(() -> orders.reply(200, orders.own(request, orderId)));
    }

    private SigningRequest accept(SignedRequest request, String orderId) {
        Order order = orders.own(request, orderId);
        if (order.status() != Status.READY) {
            throw ProblemException.of(
                    ProblemType.ORDER_NOT_READY,
                    "the order is not ready but has status \"" + order.status().wireName() + "\"");
        }
        SigningRequest csr =
                SigningRequest.read(Base64Url.decode(Json.requiredText(request.object(), "csr"), "the CSR"));
        if (!csr.names().equals(Set.copyOf(order.request().names()))) {
            throw ProblemException.of(
                    ProblemType.BAD_CSR,
                    "the CSR is for " + csr.names() + " but the order for "
                            + order.request().names());
        }
        if (AccountKey.thumbprint(csr.key()).equals(request.key().thumbprint())) {
            throw ProblemException.of(ProblemType.BAD_CSR, "the certificate's key must not be the account's key");
        }
        issuing.requireNotCompromised(csr);
        store.put(order.withStatus(Status.PROCESSING));
        return csr;
    }
}
