// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.vpsdns.webhook.exchange.Endpoint;
import io.github.vpsdns.webhook.exchange.Reply;
import io.github.vpsdns.webhook.settings.ListenAddress.Speaks;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Clients that cost more than they should, and others who do not notice. */
class SlowClientsTest {
    private static final String GET = "GET /u HTTP/1.1\r\nHost: x\r\n\r\n";

    private static HttpLimits limits(int connections, int ofOne, Duration whole) {
        return new HttpLimits(connections, ofOne, 500, whole, whole, Duration.ofSeconds(2));
    }

    private static TestServer server(Endpoint root, HttpLimits limits) {
        return new TestServer(root, Speaks.BOTH, builder -> builder.limits(limits));
    }

    /** Sends a byte again and again until the server has had enough; says how long that took. */
    private static Duration drip(RawClient client, String begin) {
        long start = System.nanoTime();
        client.send(begin);
        await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> {
                    try {
                        client.send("a");
                        return false;
                    } catch (java.io.UncheckedIOException e) {
                        return true;
                    }
                });
        return Duration.ofNanos(System.nanoTime() - start);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /",
                "GET / HTTP/1.1\r\nHost: x\r\nA: ",
                "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 9999\r\n\r\n",
            })
    void areCutOffHoweverBusyTheySeem(String begin) {
        try (TestServer server = server(TestServer.ECHO, limits(10, 10, Duration.ofSeconds(1)));
                RawClient client = new RawClient(server.address())) {
            assertThat(drip(client, begin)).isBetween(Duration.ofMillis(900), Duration.ofSeconds(10));
        }
    }

    @Test
    void areCutOffWhenTheySayNothing() {
        try (TestServer server = server(TestServer.ECHO, limits(10, 10, Duration.ofSeconds(1)));
                RawClient client = new RawClient(server.address())) {
            assertThat(client.readToEnd()).isEmpty();
        }
    }

    @Test
    void haveTheirTimeForEachRequestAnew() {
        Duration whole = Duration.ofSeconds(1);
        try (TestServer server = server(TestServer.ECHO, limits(10, 10, whole));
                RawClient client = new RawClient(server.address())) {
            long end = System.nanoTime() + whole.multipliedBy(3).toNanos();
            while (System.nanoTime() < end) {
                assertThat(client.send(GET).readReply()).startsWith("HTTP/1.1 200 ");
            }
        }
    }

    @Test
    void keepNobodyFromBeingServed() {
        List<RawClient> slow = new ArrayList<>();
        try (TestServer server = server(TestServer.ECHO, limits(1000, 1000, Duration.ofSeconds(30)))) {
            for (int i = 0; i < 500; i++) {
                slow.add(new RawClient(server.address()).send(i % 2 == 0 ? "GET /" : "POST / HTTP/1.1\r\nHost: x\r\n"));
            }
            assertThat(server.exchange("GET /u HTTP/1.0\r\n\r\n")).startsWith("HTTP/1.1 200 ");
        } finally {
            slow.forEach(RawClient::close);
        }
    }

    @Test
    void waitInTheEndpointWithoutAThread() {
        CompletableFuture<Reply> later = new CompletableFuture<>();
        AtomicInteger asked = new AtomicInteger();
        Endpoint endpoint = call -> {
            asked.incrementAndGet();
            return call.path().equals("/now") ? CompletableFuture.completedStage(Reply.text(200, "now\n")) : later;
        };
        List<RawClient> waiting = new ArrayList<>();
        try (TestServer server = server(endpoint, limits(1000, 1000, Duration.ofSeconds(30)))) {
            for (int i = 0; i < 200; i++) {
                waiting.add(new RawClient(server.address()).send(GET));
            }
            await().until(() -> asked.get() == 200);
            assertThat(server.exchange("GET /now HTTP/1.0\r\n\r\n")).endsWith("now\n");
            later.complete(Reply.text(200, "later\n"));
            assertThat(waiting)
                    .allSatisfy(client -> assertThat(client.readReply()).endsWith("later\n"));
        } finally {
            waiting.forEach(RawClient::close);
        }
    }

    @Test
    void waitForTheirTurnWhenThereAreTooManyRequests() {
        HttpLimits one =
                new HttpLimits(10, 10, 1, Duration.ofSeconds(30), Duration.ofSeconds(30), Duration.ofSeconds(2));
        CompletableFuture<Reply> later = new CompletableFuture<>();
        AtomicInteger asked = new AtomicInteger();
        Endpoint endpoint = call ->
                asked.incrementAndGet() == 1 ? later : CompletableFuture.completedStage(Reply.text(200, "second\n"));
        try (TestServer server = server(endpoint, one);
                RawClient first = new RawClient(server.address());
                RawClient second = new RawClient(server.address())) {
            first.send(GET);
            await().until(() -> asked.get() == 1);
            second.send(GET);
            later.complete(Reply.text(200, "first\n"));
            assertThat(first.readReply()).endsWith("first\n");
            assertThat(second.readReply()).endsWith("second\n");
        }
    }

    @Test
    void areToldToComeBackWhenTheirTurnDoesNotCome() {
        HttpLimits one =
                new HttpLimits(10, 10, 1, Duration.ofSeconds(30), Duration.ofMillis(200), Duration.ofSeconds(2));
        try (TestServer server = server(call -> new CompletableFuture<>(), one);
                RawClient first = new RawClient(server.address());
                RawClient second = new RawClient(server.address())) {
            first.send(GET);
            second.send(GET);
            assertThat(second.readReply()).startsWith("HTTP/1.1 503 ").endsWith("\r\n\r\n911\n");
        }
    }

    @Test
    void getNoMoreConnectionsThanOneAddressMayHave() {
        HttpLimits three = limits(100, 3, Duration.ofSeconds(30));
        List<RawClient> clients = new ArrayList<>();
        try (TestServer server = new TestServer(
                TestServer.ECHO, Speaks.BOTH, builder -> builder.limits(three).local(address -> false))) {
            for (int i = 0; i < 3; i++) {
                clients.add(new RawClient(server.address()));
                assertThat(clients.get(i).send(GET).readReply()).startsWith("HTTP/1.1 200 ");
            }
            assertThat(server.exchange(GET)).as("a fourth").isEmpty();
            clients.get(0).close();
            await().untilAsserted(() -> assertThat(server.exchange("GET /u HTTP/1.0\r\n\r\n"))
                    .as("once one is gone")
                    .startsWith("HTTP/1.1 200 "));
        } finally {
            clients.forEach(RawClient::close);
        }
    }

    @Test
    void getNoMoreConnectionsThanThereAre() {
        List<RawClient> idle = new ArrayList<>();
        try (TestServer server = server(TestServer.ECHO, limits(20, 1000, Duration.ofSeconds(2)))) {
            for (int i = 0; i < 60; i++) {
                idle.add(new RawClient(server.address()));
            }
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(server.exchange("GET /u HTTP/1.0\r\n\r\n"))
                            .as("once the idle ones are cut off")
                            .startsWith("HTTP/1.1 200 "));
        } finally {
            idle.forEach(RawClient::close);
        }
    }
}
