// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.vpsdns.webhook.exchange.Reply;
import io.github.vpsdns.webhook.settings.ListenAddress;
import io.github.vpsdns.webhook.settings.ListenAddress.Speaks;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class GracefulStopTest {
    private static final String GET = "GET /u HTTP/1.1\r\nHost: x\r\n\r\n";

    @Test
    void answersWhatWasAcceptedAndTakesNothingNew() {
        CompletableFuture<Reply> reply = new CompletableFuture<>();
        CompletableFuture<Void> asked = new CompletableFuture<>();
        TestServer server = TestServer.of(call -> {
            asked.complete(null);
            return reply;
        });
        InetSocketAddress address = server.address();
        try (RawClient client = new RawClient(address)) {
            client.send(GET);
            asked.join();
            CompletableFuture<Void> closed = CompletableFuture.runAsync(server::close);
            await().untilAsserted(() ->
                    assertThatThrownBy(() -> new RawClient(address)).isInstanceOf(UncheckedIOException.class));
            assertThat(closed).isNotDone();
            reply.complete(Reply.text(200, "good 192.0.2.1\n"));
            assertThat(client.readReply()).endsWith("good 192.0.2.1\n");
            assertThat(closed).succeedsWithin(Duration.ofSeconds(10));
        }
    }

    @Test
    void anInterruptNeitherStopsItsStartNorIsLost() {
        Thread.currentThread().interrupt();
        try (TestServer server = TestServer.echo()) {
            assertThat(Thread.interrupted()).isTrue();

            assertThat(server.exchange("GET /u HTTP/1.0\r\n\r\n")).startsWith("HTTP/1.1 200 ");
        } finally {
            boolean unused = Thread.interrupted();
        }
    }

    @Test
    void waitsNoLongerThanItsLimit() {
        HttpLimits limits =
                new HttpLimits(10, 10, 10, Duration.ofSeconds(60), Duration.ofSeconds(60), Duration.ofMillis(500));
        CompletableFuture<Void> asked = new CompletableFuture<>();
        TestServer server = new TestServer(
                call -> {
                    asked.complete(null);
                    return new CompletableFuture<>();
                },
                Speaks.PLAIN,
                builder -> builder.limits(limits));
        try (RawClient client = new RawClient(server.address())) {
            client.send(GET);
            asked.join();
            assertThat(CompletableFuture.runAsync(server::close)).succeedsWithin(Duration.ofSeconds(10));
        }
    }

    @Test
    void endsSoonWithConnectionsThatOnlyWait() {
        TestServer server = TestServer.echo();
        try (RawClient idle = new RawClient(server.address());
                RawClient silent = new RawClient(server.address())) {
            assertThat(idle.send(GET).readReply()).startsWith("HTTP/1.1 200 ");
            assertThat(CompletableFuture.runAsync(server::close)).succeedsWithin(Duration.ofSeconds(5));
            assertThat(idle.readToEnd()).isEmpty();
            assertThat(silent.readToEnd()).isEmpty();
        }
    }

    @Test
    void namesTheAddressThatCannotBeListenedOn() {
        try (TestServer first = TestServer.echo()) {
            HttpServer second = HttpServer.builder(
                            List.of(new ListenAddress(first.address(), Speaks.BOTH)), TestServer.ECHO)
                    .build();
            assertThatThrownBy(second::start)
                    .isInstanceOf(CannotListenException.class)
                    .hasMessageStartingWith(
                            "cannot listen on 127.0.0.1 port " + first.address().getPort() + ": ")
                    .hasMessageContaining("in use");
        }
    }

    @Test
    void mayBeClosedTwiceAndUnstarted() {
        TestServer server = TestServer.echo();
        server.close();
        server.close();
        HttpServer.builder(List.of(), TestServer.ECHO).build().close();
    }
}
