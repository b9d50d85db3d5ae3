// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import io.github.vpsdns.core.testing.ManualTime;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HeartbeatTest {
    private static final Duration INTERVAL = Duration.ofMinutes(5);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final List<String> ILL = List.of("IPv4: not known", "home.example.com A: no zone");

    private final ManualTime time = new ManualTime();
    private final List<String> pings = new CopyOnWriteArrayList<>();
    private final List<String> complaints = new CopyOnWriteArrayList<>();
    private volatile int status = 200;
    private HttpServer server;
    private Heartbeat heartbeat;

    @BeforeEach
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            try (exchange) {
                String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(status, -1);
                pings.add(exchange.getRequestMethod() + " " + exchange.getRequestURI()
                        + (body.isEmpty() ? "" : " " + body));
            }
        });
        server.start();
        heartbeat = at("/ping/secret");
    }

    @AfterEach
    void stop() {
        heartbeat.close();
        server.stop(0);
    }

    @Test
    void isSentOnceAnInterval() {
        heartbeat.look(List.of());
        awaitPings(1);
        for (int i = 0; i < 2 * 60; i++) {
            time.advance(Duration.ofSeconds(5));
            int expected = 1 + (i + 1) / 60;
            heartbeat.look(List.of());
            awaitPings(expected);
        }

        assertThat(pings).hasSize(3).containsOnly("GET /ping/secret");
    }

    @Test
    void turnsAtOnceAndSaysWhy() {
        heartbeat.look(List.of());
        awaitPings(1);
        heartbeat.look(ILL);
        awaitPings(2);
        heartbeat.look(List.of());
        awaitPings(3);

        assertThat(pings)
                .containsExactly(
                        "GET /ping/secret",
                        "POST /ping/secret/fail IPv4: not known\nhome.example.com A: no zone",
                        "GET /ping/secret");
    }

    @Test
    void speaksToPushMonitorsByTheQuery() {
        heartbeat = at("/api/push/secret?status=up&msg=OK&ping=");
        heartbeat.look(List.of());
        awaitPings(1);
        heartbeat.look(ILL);
        awaitPings(2);

        assertThat(pings)
                .containsExactly(
                        "GET /api/push/secret?status=up&msg=OK&ping=",
                        "GET /api/push/secret?status=down&msg=IPv4%3A+not+known%0Ahome.example.com+A%3A+no+zone&ping=");
    }

    @Test
    void wakesNobodyForANetworkThatComesUpInTheFirstMinutes() {
        heartbeat.look(ILL);
        time.advance(Duration.ofMinutes(4));
        heartbeat.look(ILL);
        heartbeat.look(List.of());
        awaitPings(1);

        assertThat(pings).containsExactly("GET /ping/secret");
    }

    @Test
    void failsWhereItNeverWasWellForMinutes() {
        heartbeat.look(ILL);
        time.advance(Duration.ofMinutes(5));
        heartbeat.look(ILL);
        awaitPings(1);

        assertThat(pings).singleElement().asString().startsWith("POST /ping/secret/fail ");
    }

    @Test
    void isSentAgainSoonWhenItWasLostAndComplainedOfOnce() {
        status = 500;
        heartbeat.look(List.of());
        await().atMost(PATIENCE).until(() -> complaints.size() == 1);
        time.advance(Duration.ofSeconds(30));
        heartbeat.look(List.of());
        awaitPings(2);
        time.advance(Duration.ofSeconds(30));
        status = 200;
        await().atMost(PATIENCE).until(() -> {
            heartbeat.look(List.of());
            return pings.size() == 3;
        });

        assertThat(complaints).containsExactly("the heartbeat at 127.0.0.1 was not told: it answered 500");
    }

    @Test
    void saysThatNobodyIsThereWithoutItsPath() {
        server.stop(0);
        heartbeat.look(List.of());
        await().atMost(PATIENCE).until(() -> !complaints.isEmpty());

        assertThat(complaints).containsExactly("the heartbeat at 127.0.0.1 was not told: it cannot be reached");
    }

    private Heartbeat at(String path) {
        return new Heartbeat(
                HeartbeatUrl.of("http://127.0.0.1:" + server.getAddress().getPort() + path, "heartbeat"),
                INTERVAL,
                time,
                complaints::add);
    }

    private void awaitPings(int number) {
        await().atMost(PATIENCE).until(() -> pings.size() >= number);
    }
}
