// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.sandbox.acme.http;

import com.sun.net.httpserver.HttpExchange;
import io.github.vpsdns.sandbox.acme.model.Problem;
import io.github.vpsdns.sandbox.acme.model.ProblemException;
import io.github.vpsdns.sandbox.acme.model.ProblemType;
import io.github.vpsdns.sandbox.acme.wire.Reply;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Reads requests from, and writes answers to, the JDK's server. */
final class Exchanges {
    private static final int MOST_BYTES = 1 << 20;
    private static final int TOO_LARGE = 413;
    private static final int NO_BODY = -1;

    private Exchanges() {}

    static String body(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readNBytes(MOST_BYTES + 1);
        if (body.length > MOST_BYTES) {
            throw new ProblemException(Problem.of(ProblemType.MALFORMED, "the request body is over 1 MiB")
                    .withStatus(TOO_LARGE));
        }
        return new String(body, StandardCharsets.UTF_8);
    }

    static Reply problem(ProblemException e) {
        Reply reply = Reply.problem(e.problem());
        for (Map.Entry<String, String> header : e.headers().entrySet()) {
            reply = reply.with(header.getKey(), header.getValue());
        }
        return reply;
    }

    static ProblemException methodNotAllowed(String method, String allowed) {
        return new ProblemException(
                Problem.of(ProblemType.MALFORMED, method + " is not allowed here, only " + allowed)
                        .withStatus(405),
                Map.of("Allow", allowed));
    }

    static void send(HttpExchange exchange, Reply reply) throws IOException {
        reply.headers().forEach(header -> exchange.getResponseHeaders().add(header.getKey(), header.getValue()));
        byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
        if (exchange.getRequestMethod().equals("HEAD") || body.length == 0) {
            exchange.sendResponseHeaders(reply.status(), NO_BODY);
            return;
        }
        exchange.sendResponseHeaders(reply.status(), body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
        }
    }
}
