// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.vpsdns.core.address.Family;
import io.github.vpsdns.webhook.exchange.Call;
import io.github.vpsdns.webhook.exchange.Endpoint;
import io.github.vpsdns.webhook.exchange.Reply;
import io.github.vpsdns.webhook.report.WebhookEvent;
import io.github.vpsdns.webhook.settings.ListenAddress;
import io.github.vpsdns.webhook.settings.ListenAddress.Speaks;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.UnaryOperator;

/** A server on loopback whose endpoint says back what it was asked, and that remembers what it tells. */
final class TestServer implements AutoCloseable {
    static final Endpoint ECHO = call -> CompletableFuture.completedStage(Reply.text(200, echo(call)));

    private final ConcurrentLinkedQueue<WebhookEvent> events = new ConcurrentLinkedQueue<>();
    private final HttpServer server;

    TestServer(Endpoint root, Speaks speaks, UnaryOperator<HttpServer.Builder> more) {
        ListenAddress listen = new ListenAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), speaks);
        this.server = more.apply(HttpServer.builder(List.of(listen), root).listener(events::add))
                .build();
        server.start();
    }

    static TestServer echo() {
        return new TestServer(ECHO, Speaks.BOTH, UnaryOperator.identity());
    }

    static TestServer of(Endpoint root) {
        return new TestServer(root, Speaks.BOTH, UnaryOperator.identity());
    }

    /** What an endpoint sees. */
    private static String echo(Call call) {
        return call.method() + " " + call.path() + "?" + call.query() + " from " + Family.text(call.client())
                + (call.secure() ? " by TLS" : "") + " with " + new String(call.body(), UTF_8) + "\n";
    }

    HttpServer server() {
        return server;
    }

    InetSocketAddress address() {
        return server.addresses().get(0);
    }

    String exchange(String bytes) {
        return RawClient.exchange(address(), bytes);
    }

    <T extends WebhookEvent> List<T> events(Class<T> kind) {
        return events.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    @Override
    public void close() {
        server.close();
    }
}
