// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.page;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.vpsdns.webhook.exchange.Call;
import io.github.vpsdns.webhook.exchange.Endpoint;
import io.github.vpsdns.webhook.exchange.Headers;
import io.github.vpsdns.webhook.exchange.Reply;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** Serves an endpoint over HTTP, as simply as can be. */
final class EndpointServer implements AutoCloseable {
    private final HttpServer server;
    private final Endpoint endpoint;

    EndpointServer(Endpoint endpoint) throws IOException {
        this.endpoint = endpoint;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String query = exchange.getRequestURI().getRawQuery();
        Reply reply = endpoint.answer(new Call(
                        exchange.getRequestMethod(),
                        exchange.getRequestURI().getPath(),
                        query == null ? "" : query,
                        new Headers(exchange.getRequestHeaders()),
                        exchange.getRequestBody().readAllBytes(),
                        exchange.getRemoteAddress().getAddress(),
                        false))
                .toCompletableFuture()
                .join();
        reply.headers().forEach(exchange.getResponseHeaders()::set);
        exchange.getResponseHeaders().set("Content-Type", reply.type());
        exchange.sendResponseHeaders(reply.status(), reply.body().length == 0 ? -1 : reply.body().length);
        exchange.getResponseBody().write(reply.body());
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
