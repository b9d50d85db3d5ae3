// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.sandbox.admin;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.github.vpsdns.sandbox.control.Call;
import io.github.vpsdns.sandbox.control.CallLog;
import io.github.vpsdns.sandbox.control.Faults;
import io.github.vpsdns.sandbox.dns.Behaviour;
import io.github.vpsdns.sandbox.dns.SandboxDns;
import io.github.vpsdns.sandbox.dns.SandboxNameServer;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Serves the paths below {@code /sandbox/}.
 *
 * <p>Thread-safe.
 */
public final class AdminHandler implements HttpHandler {
    /** Where it is to be mounted. */
    public static final String ROOT = "/sandbox/";

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Faults faults;
    private final CallLog calls;
    private final @Nullable SandboxDns dns;

    /**
     * A handler over the parts of a sandbox.
     *
     * @param faults the script
     * @param calls the log
     * @param dns the name servers, or null if there are none
     */
    public AdminHandler(Faults faults, CallLog calls, @Nullable SandboxDns dns) {
        this.faults = faults;
        this.calls = calls;
        this.dns = dns;
    }

    private record Answer(int status, @Nullable JsonNode body) {
        static Answer detail(int status, String text) {
            return new Answer(status, JSON.createObjectNode().put("detail", text));
        }

        static Answer done() {
            return new Answer(204, null);
        }
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Answer answer = answer(exchange);
            if (answer.body() == null) {
                exchange.sendResponseHeaders(answer.status(), -1);
                return;
            }
            byte[] bytes = JSON.writeValueAsBytes(answer.body());
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(answer.status(), bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private Answer answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath().substring(ROOT.length());
        byte[] body = exchange.getRequestBody().readAllBytes();
        String call = exchange.getRequestMethod() + " " + path.replaceFirst("/$", "");
        try {
            if (call.startsWith("PUT dns/")) {
                return changeServer(call.substring("PUT dns/".length()), body);
            }
            return switch (call) {
                case "POST faults" -> addFault(body);
                case "GET faults" -> showFaults();
                case "DELETE faults" -> {
                    faults.clear();
                    yield Answer.done();
                }
                case "GET calls" -> showCalls(exchange.getRequestURI().getQuery());
                case "DELETE calls" -> {
                    calls.clear();
                    yield Answer.done();
                }
                case "GET dns" -> showServers();
                default ->
                    Answer.detail(
                            404,
                            "There is no " + call.replace(" ", " " + ROOT)
                                    + "; there are GET, POST and DELETE /sandbox/faults, GET and DELETE /sandbox/calls,"
                                    + " GET /sandbox/dns and PUT /sandbox/dns/N.");
            };
        } catch (IllegalArgumentException e) {
            return Answer.detail(400, String.valueOf(e.getMessage()));
        }
    }

    private Answer addFault(byte[] body) {
        long id = faults.add(FaultLanguage.read(body));
        return new Answer(201, JSON.createObjectNode().put("id", id));
    }

    private Answer showFaults() {
        ArrayNode shown = JSON.createArrayNode();
        faults.script().forEach(s -> shown.add(FaultLanguage.write(s)));
        return new Answer(200, shown);
    }

    private Answer showCalls(@Nullable String query) {
        List<Call> found = calls.matching(parameter(query, "method", "*"), parameter(query, "path", "**"));
        ObjectNode shown = JSON.createObjectNode().put("count", found.size());
        ArrayNode list = shown.putArray("calls");
        found.forEach(c -> list.addObject()
                .put("at", c.at().toString())
                .put("method", c.method())
                .put("path", c.path())
                .put("query", c.query())
                .put("status", c.status())
                .put("carried_out", c.carriedOut())
                .put("note", c.note()));
        return new Answer(200, shown);
    }

    private Answer showServers() {
        ArrayNode shown = JSON.createArrayNode();
        if (dns != null) {
            dns.servers().forEach(s -> shown.add(describe(s)));
        }
        return new Answer(200, shown);
    }

    private Answer changeServer(String number, byte[] body) {
        if (dns == null || !number.matches("[0-9]{1,4}")) {
            throw new IllegalArgumentException("There is no name server '" + number + "' in this sandbox.");
        }
        SandboxNameServer server = dns.server(Integer.parseInt(number));
        Fields fields = Fields.of(body);
        var lag = fields.seconds("lag");
        var behaviour = fields.text("behaviour").map(AdminHandler::behaviour);
        fields.refuseOthers();
        lag.ifPresent(server::lag);
        behaviour.ifPresent(server::behave);
        return new Answer(200, describe(server));
    }

    private static ObjectNode describe(SandboxNameServer server) {
        return JSON.createObjectNode()
                .put("name", server.name())
                .put(
                        "address",
                        server.address().getHostString() + ":"
                                + server.address().getPort())
                .put("lag", FaultLanguage.inSeconds(server.lag()))
                .put("behaviour", server.behaviour().name().toLowerCase(Locale.ROOT))
                .put("queries", server.queries().size());
    }

    private static Behaviour behaviour(String name) {
        return Arrays.stream(Behaviour.values())
                .filter(b -> b.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("The field 'behaviour' says '" + name
                        + "'; there are answer, silent, servfail, refused, truncated."));
    }

    private static String parameter(@Nullable String query, String name, String otherwise) {
        return query == null
                ? otherwise
                : Arrays.stream(query.split("&"))
                        .filter(p -> p.startsWith(name + "="))
                        .map(p -> p.substring(name.length() + 1))
                        .findFirst()
                        .orElse(otherwise);
    }
}
