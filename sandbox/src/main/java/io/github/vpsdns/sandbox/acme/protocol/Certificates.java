// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.sandbox.acme.protocol;

import io.github.vpsdns.sandbox.acme.jws.SignedRequest;
import io.github.vpsdns.sandbox.acme.model.IssuedCertificate;
import io.github.vpsdns.sandbox.acme.model.ProblemException;
import io.github.vpsdns.sandbox.acme.model.ProblemType;
import io.github.vpsdns.sandbox.acme.model.Store;
import io.github.vpsdns.sandbox.acme.pki.Pem;
import io.github.vpsdns.sandbox.acme.resource.Target;
import io.github.vpsdns.sandbox.acme.resource.Urls;
import io.github.vpsdns.sandbox.acme.wire.Reply;

/** Hands certificates out, in each chain there is (RFC 8555 §7.4.2). */
final class Certificates {
    private final Store store;
    private final Urls urls;

    Certificates(Store store, Urls urls) {
        this.store = store;
        this.urls = urls;
    }

    Reply download(SignedRequest request, Target target) {
        request.requirePostAsGet();
        IssuedCertificate certificate = store.certificate(each -> each.id().equals(target.id()))
                .orElseThrow(() -> ProblemException.notFound("there is no such certificate"));
        if (!certificate.accountId().equals(request.signer().id())) {
            throw ProblemException.of(ProblemType.UNAUTHORIZED, "the certificate belongs to another account");
        }
        int wanted = target.ids().size() > 1 ? Integer.parseInt(target.ids().get(1)) : 0;
        if (wanted >= certificate.chains().size()) {
            throw ProblemException.notFound("there is no such chain");
        }
        Reply reply = Reply.of(
                200,
                "application/pem-certificate-chain",
                Pem.of(certificate.chains().get(wanted)));
        for (int chain = 0; chain < certificate.chains().size(); chain++) {
            if (chain != wanted) {
                String url = chain == 0 ? urls.certificate(certificate.id()) : urls.alternate(certificate.id(), chain);
                reply = reply.with("Link", "<" + url + ">;rel=\"alternate\"");
            }
        }
        return reply;
    }
}
