// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.sandbox.acme.http;

import io.github.vpsdns.sandbox.acme.control.AcmeEvent;
import io.github.vpsdns.sandbox.acme.control.AcmeLog;
import io.github.vpsdns.sandbox.acme.wire.Json;
import io.github.vpsdns.sandbox.acme.wire.ProblemView;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The log as JSON: {@code counts} by endpoint, and {@code events}, each with its kind as {@code event}. */
final class LogView {
    private LogView() {}

    static ObjectNode of(AcmeLog log) {
        ObjectNode json = Json.object();
        ObjectNode counts = json.putObject("counts");
        log.counts().forEach((endpoint, count) -> counts.put(endpoint.word(), count));
        ArrayNode events = json.putArray("events");
        log.events().forEach(event -> events.add(of(event)));
        return json;
    }

    private static ObjectNode of(AcmeEvent event) {
        ObjectNode json = Json.object().put("event", event.getClass().getSimpleName());
        if (event instanceof AcmeEvent.Request it) {
            json.put("endpoint", it.endpoint().word())
                    .put("method", it.method())
                    .put("status", it.status());
        } else if (event instanceof AcmeEvent.AccountCreated it) {
            names(json.put("account", it.accountId()), "contact", it.contacts());
        } else if (event instanceof AcmeEvent.OrderCreated it) {
            names(json.put("order", it.orderId()).put("profile", it.profile()), "names", it.names());
            json.put("replaces", it.replaces());
        } else if (event instanceof AcmeEvent.ChallengeTriggered it) {
            json.put("name", it.name()).put("type", it.type());
        } else if (event instanceof AcmeEvent.ChallengeValidated it) {
            json.put("name", it.name()).put("type", it.type());
        } else if (event instanceof AcmeEvent.ChallengeFailed it) {
            json.put("name", it.name()).put("type", it.type()).set("problem", ProblemView.of(it.problem()));
        } else if (event instanceof AcmeEvent.CertificateIssued it) {
            names(json.put("certId", it.certId()).put("profile", it.profile()), "names", it.names());
            json.put("notBefore", it.notBefore().toString())
                    .put("notAfter", it.notAfter().toString());
        } else if (event instanceof AcmeEvent.IssuingFailed it) {
            json.put("order", it.orderId()).set("problem", ProblemView.of(it.problem()));
        } else if (event instanceof AcmeEvent.CertificateRevoked it) {
            json.put("certId", it.certId()).put("reason", it.reason());
        }
        return json;
    }

    private static void names(ObjectNode json, String member, List<String> names) {
        ArrayNode array = json.putArray(member);
        names.forEach(array::add);
    }
}
