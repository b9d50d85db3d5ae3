// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.sandbox.acme.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.github.vpsdns.sandbox.acme.control.AcmeFaults;
import io.github.vpsdns.sandbox.acme.control.AcmeLog;
import io.github.vpsdns.sandbox.acme.model.ProblemException;
import io.github.vpsdns.sandbox.acme.model.RenewalWindow;
import io.github.vpsdns.sandbox.acme.protocol.RenewalWindows;
import io.github.vpsdns.sandbox.acme.validation.Workshop;
import io.github.vpsdns.sandbox.acme.wire.Json;
import io.github.vpsdns.sandbox.acme.wire.Reply;
import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import tools.jackson.databind.node.ObjectNode;

/**
 * The same handles that tests have in Java, for other processes: {@code POST|GET|DELETE /sandbox/faults},
 * {@code POST /sandbox/hold}, {@code POST /sandbox/release}, {@code GET|DELETE /sandbox/log},
 * {@code POST /sandbox/renewal-window} and {@code GET /sandbox/root}.
 *
 * <p>Thread-safe.
 */
final class AdminHandler implements HttpHandler {
    private static final String ROOT = "/sandbox/";

    private final AcmeFaults faults;
    private final AcmeLog log;
    private final Workshop workshop;
    private final RenewalWindows windows;
    private final String rootPem;

    AdminHandler(AcmeFaults faults, AcmeLog log, Workshop workshop, RenewalWindows windows, String rootPem) {
        this.faults = faults;
        this.log = log;
        this.workshop = workshop;
        this.windows = windows;
        this.rootPem = rootPem;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Reply reply;
            try {
                reply = answer(exchange);
            } catch (ProblemException e) {
                reply = Exchanges.problem(e);
            } catch (IllegalArgumentException e) {
                reply = Exchanges.problem(ProblemException.malformed(String.valueOf(e.getMessage())));
            }
            Exchanges.send(exchange, reply);
        }
    }

    private Reply answer(HttpExchange exchange) throws IOException {
        String call = exchange.getRequestMethod() + " "
                + exchange.getRequestURI().getRawPath().substring(ROOT.length());
        return switch (call) {
            case "POST faults" -> {
                FaultScript.read(Json.readObject(Exchanges.body(exchange), "the fault"))
                        .accept(faults);
                yield Reply.empty(204);
            }
            case "GET faults" -> Reply.json(200, Json.object().put("planned", faults.size()));
            case "DELETE faults" -> done(faults::clear);
            case "POST hold" -> done(workshop::hold);
            case "POST release" -> done(workshop::release);
            case "GET log" -> Reply.json(200, LogView.of(log));
            case "DELETE log" -> done(log::clear);
            case "POST renewal-window" -> {
                move(Json.readObject(Exchanges.body(exchange), "the renewal window"));
                yield Reply.empty(204);
            }
            case "GET root" -> Reply.of(200, "application/x-pem-file", rootPem);
            default ->
                throw ProblemException.notFound("there is no " + exchange.getRequestMethod() + " of "
                        + exchange.getRequestURI().getRawPath()
                        + "; there are POST, GET and DELETE of faults, POST of hold, release and renewal-window,"
                        + " GET and DELETE of log, GET of root");
        };
    }

    private void move(ObjectNode json) {
        RenewalWindow window = new RenewalWindow(
                time(json, "start"),
                time(json, "end"),
                Json.text(json, "explanationURL").orElse(null));
        windows.move(Json.requiredText(json, "certId"), window);
    }

    private static Instant time(ObjectNode json, String member) {
        try {
            return Instant.parse(Json.requiredText(json, member));
        } catch (DateTimeParseException e) {
            throw ProblemException.malformed("\"" + member + "\" is not a time such as 2026-01-31T12:00:00Z");
        }
    }

    private static Reply done(Runnable action) {
        action.run();
        return Reply.empty(204);
    }
}
