// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.sandbox.acme.protocol;

import io.github.vpsdns.sandbox.acme.model.IssuedCertificate;
import io.github.vpsdns.sandbox.acme.model.ProblemException;
import io.github.vpsdns.sandbox.acme.model.Store;
import io.github.vpsdns.sandbox.acme.pki.CertId;
import io.github.vpsdns.sandbox.acme.resource.Views;
import io.github.vpsdns.sandbox.acme.wire.Json;
import io.github.vpsdns.sandbox.acme.wire.Reply;
import tools.jackson.databind.node.ObjectNode;

/** Renewal information, which anyone may fetch (RFC 9773 §4). */
final class Renewals {
    /** What RFC 9773 §4.3.2 advises: six hours. */
    private static final String RETRY_AFTER_SECONDS = "21600";

    private final Store store;

    Renewals(Store store) {
        this.store = store;
    }

    Reply info(String certId) {
        String wanted = CertId.requireForm(certId);
        IssuedCertificate certificate = store.certificate(each -> each.certId().equals(wanted))
                .orElseThrow(() -> ProblemException.notFound("there is no certificate with certID " + wanted));
        ObjectNode json = Json.object();
        json.putObject("suggestedWindow")
                .put("start", Views.time(certificate.window().start()))
                .put("end", Views.time(certificate.window().end()));
        if (certificate.window().explanationUrl() != null) {
            json.put("explanationURL", certificate.window().explanationUrl());
        }
        return Reply.json(200, json).with("Retry-After", RETRY_AFTER_SECONDS);
    }
}
