// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.sandbox.acme.protocol;

import io.github.vpsdns.sandbox.acme.control.AcmeEvent;
import io.github.vpsdns.sandbox.acme.control.AcmeLog;
import io.github.vpsdns.sandbox.acme.jws.SignedRequest;
import io.github.vpsdns.sandbox.acme.model.IssuedCertificate;
import io.github.vpsdns.sandbox.acme.model.Order;
import io.github.vpsdns.sandbox.acme.model.OrderRequest;
import io.github.vpsdns.sandbox.acme.model.ProblemException;
import io.github.vpsdns.sandbox.acme.model.ProblemType;
import io.github.vpsdns.sandbox.acme.model.Status;
import io.github.vpsdns.sandbox.acme.model.Store;
import io.github.vpsdns.sandbox.acme.resource.Ids;
import io.github.vpsdns.sandbox.acme.resource.Polling;
import io.github.vpsdns.sandbox.acme.resource.Settings;
import io.github.vpsdns.sandbox.acme.resource.Urls;
import io.github.vpsdns.sandbox.acme.resource.Views;
import io.github.vpsdns.sandbox.acme.wire.Reply;
import java.util.List;
import java.util.Optional;

/** Orders: made and shown (RFC 8555 §7.4, RFC 9773 §5). */
final class Orders {
    private final Store store;
    private final Urls urls;
    private final Views views;
    private final Settings settings;
    private final OrderRequests requests;
    private final Authorizer authorizer;
    private final Replacement replacement;
    private final Polling polling;
    private final AcmeLog log;

    Orders(Store store, Urls urls, Settings settings, AcmeLog log) {
        this.store = store;
        this.urls = urls;
        this.views = new Views(urls);
        this.settings = settings;
        this.requests = new OrderRequests(settings);
        this.authorizer = new Authorizer(store, settings);
        this.replacement = new Replacement(store);
        this.polling = new Polling(store, settings);
        this.log = log;
    }

    Reply create(SignedRequest request) {
        String accountId = request.signer().id();
        OrderRequest wanted = requests.read(request.object(), store.now());
        Optional<IssuedCertificate> predecessor = Optional.ofNullable(wanted.replaces())
                .map(certId -> replacement.check(certId, accountId, wanted.names()));
        List<String> authorizations = wanted.names().stream()
                .map(name -> authorizer.authorize(accountId, name).id())
                .toList();
        Order order = store.put(new Order(
                Ids.id(),
                accountId,
                wanted,
                authorizations,
                store.now().plus(settings.orderLifetime()),
                Status.PENDING,
                null,
                null));
        predecessor.ifPresent(certificate -> store.put(certificate.replacedBy(order.id())));
        log.add(new AcmeEvent.OrderCreated(order.id(), wanted.names(), wanted.profile(), wanted.replaces()));
        return reply(201, store.order(order.id()).orElse(order));
    }

    Reply show(SignedRequest request, String id) {
        request.requirePostAsGet();
        return reply(200, own(request, id));
    }

    /** The order in its present state, if it belongs to the account that signed. */
    Order own(SignedRequest request, String id) {
        Order order = store.order(id).orElseThrow(() -> ProblemException.notFound("there is no such order"));
        if (!order.accountId().equals(request.signer().id())) {
            throw ProblemException.of(ProblemType.UNAUTHORIZED, "the order belongs to another account");
        }
        return order;
    }

    Reply reply(int status, Order order) {
        Reply reply = Reply.json(status, views.order(order)).with("Location", urls.order(order.id()));
        return order.status() == Status.PROCESSING ? polling.whileChanging(order.status(), reply) : reply;
    }
}
