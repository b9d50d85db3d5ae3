// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.sandbox.api;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.github.vpsdns.sandbox.control.Call;
import io.github.vpsdns.sandbox.control.Fault.Moment;
import io.github.vpsdns.sandbox.control.Listing;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes a call off the wire, plays the faults around it, and puts the answer onto the wire. */
final class ApiHandler implements HttpHandler {
    private static final Logger log = LoggerFactory.getLogger(ApiHandler.class);
    private static final Reply NO_REPLY = Reply.noContent();

    private final ApiServer.Setup setup;
    private final Routes routes;
    private final Supplier<Listing> listing;
    private final CountDownLatch closing;

    ApiHandler(ApiServer.Setup setup, Routes routes, Supplier<Listing> listing, CountDownLatch closing) {
        this.setup = setup;
        this.routes = routes;
        this.listing = listing;
        this.closing = closing;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Request request = read(exchange);
            send(exchange, play(request));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Consequence play(Request request) throws InterruptedException {
        Instant came = setup.clock().instant();
        Script script = new Script(setup.faults().take(request.method(), request.path()));
        await(script.delay(Moment.BEFORE_COMMIT));
        Optional<Consequence> early = script.consequence(Moment.BEFORE_COMMIT, NO_REPLY);
        if (early.isPresent()) {
            note(came, request, early.get(), false, script);
            return early.get();
        }
        Reply real = answer(request, script.listing(listing.get()));
        await(script.delay(Moment.AFTER_COMMIT));
        Consequence end = script.consequence(Moment.AFTER_COMMIT, real).orElseGet(() -> new Consequence.Answer(real));
        note(came, request, end, true, script);
        return end;
    }

    private Reply answer(Request request, Listing shape) {
        try {
            return routes.answer(request, shape);
        } catch (RuntimeException e) {
            log.error("A call failed: {} {}", request.method(), request.path(), e);
            return Reply.html(500, "Server Error (500)", "");
        }
    }

    private void note(Instant came, Request request, Consequence end, boolean carriedOut, Script script) {
        int status = 0;
        if (end instanceof Consequence.Answer answer) {
            status = answer.reply().status();
        } else if (end instanceof Consequence.Half half) {
            status = half.reply().status();
        }
        Call call =
                new Call(came, request.method(), request.path(), request.query(), status, carriedOut, script.note());
        setup.calls().add(call);
        log.debug("{}", call);
    }

    private void await(Duration time) throws InterruptedException {
        if (!time.isZero() && closing.await(time.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new InterruptedException("the sandbox is closing");
        }
    }

    private static Request read(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getRawPath();
        boolean inApi = path.startsWith(ApiServer.ROOT + "/");
        String query = exchange.getRequestURI().getRawQuery();
        String host = exchange.getRequestHeaders().getFirst("Host");
        return new Request(
                exchange.getRequestMethod(),
                inApi,
                inApi ? path.substring(ApiServer.ROOT.length()) : path,
                query == null ? "" : query,
                "http://" + host,
                exchange.getRequestHeaders(),
                exchange.getRequestBody().readAllBytes());
    }

    private static void send(HttpExchange exchange, Consequence end) throws IOException {
        if (end instanceof Consequence.Answer answer) {
            write(exchange, answer.reply(), answer.reply().body().length);
        } else if (end instanceof Consequence.Half half) {
            write(exchange, half.reply(), half.reply().body().length / 2);
        }
    }

    /** Announces the whole body and sends so much of it; closing the exchange then closes the connection if that is less. */
    private static void write(HttpExchange exchange, Reply reply, int length) throws IOException {
        reply.headers().forEach(exchange.getResponseHeaders()::set);
        boolean head = exchange.getRequestMethod().equals("HEAD");
        boolean bare = head || reply.status() == 204 || reply.status() == 304;
        exchange.sendResponseHeaders(reply.status(), bare || reply.body().length == 0 ? -1 : reply.body().length);
        if (!bare && reply.body().length > 0) {
            OutputStream out = exchange.getResponseBody();
            out.write(reply.body(), 0, length);
            out.flush();
        }
    }
}
