// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpsdns.core.testing.secrecy.TestLog;
import io.github.vpsdns.webhook.exchange.Endpoint;
import io.github.vpsdns.webhook.exchange.Reply;
import io.github.vpsdns.webhook.report.WebhookEvent.Answered;
import io.github.vpsdns.webhook.settings.ListenAddress.Speaks;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Endpoints that are at fault themselves. */
class FaultTest {
    private static final String GET = "GET /u?password=secret HTTP/1.1\r\nHost: x\r\n\r\n";

    static Stream<Named<Endpoint>> faulty() {
        return Stream.of(
                Named.of("throws", call -> {
                    throw new IllegalStateException("secret cause");
                }),
                Named.of("has a bug", call -> {
                    throw new StackOverflowError("secret cause");
                }),
                Named.of("replies nothing", call -> CompletableFuture.completedStage(null)),
                Named.of(
                        "fails at once",
                        call -> CompletableFuture.failedStage(new IllegalStateException("secret cause"))),
                Named.of(
                        "fails later",
                        call -> CompletableFuture.supplyAsync(() -> {
                            throw new IllegalStateException("secret cause");
                        })));
    }

    @ParameterizedTest
    @MethodSource("faulty")
    void areAnswered911AndTheConnectionGoesOn(Endpoint faulty) {
        try (TestServer server = TestServer.of(faulty);
                RawClient client = new RawClient(server.address())) {
            for (int i = 0; i < 2; i++) {
                assertThat(client.send(GET).readReply())
                        .startsWith("HTTP/1.1 500 ")
                        .endsWith("\r\n\r\n911\n")
                        .doesNotContain("secret");
            }
        }
    }

    @Test
    void areLoggedInFullOnceHoweverOftenSomebodyCausesThem() throws IOException {
        Endpoint faulty = call -> {
            throw new IllegalStateException("asked for again and again");
        };
        try (TestServer server = TestServer.of(faulty);
                RawClient client = new RawClient(server.address())) {
            for (int i = 0; i < 50; i++) {
                client.send(GET).readReply();
            }
        }

        List<String> told = Files.readAllLines(TestLog.path()).stream()
                .filter(line -> line.contains("IllegalStateException: asked for again and again"))
                .toList();
        assertThat(told).hasSize(6).last().asString().contains("GET /u could not be answered, number 32 since");
    }

    @Test
    void areAnsweredForWhenTheyTakeTooLong() {
        HttpLimits limits =
                new HttpLimits(10, 10, 10, Duration.ofSeconds(20), Duration.ofMillis(100), Duration.ofSeconds(1));
        CompletableFuture<Reply> never = new CompletableFuture<>();
        try (TestServer server = new TestServer(call -> never, Speaks.PLAIN, builder -> builder.limits(limits));
                RawClient client = new RawClient(server.address())) {
            assertThat(client.send(GET).readReply()).startsWith("HTTP/1.1 503 ").endsWith("\r\n\r\n911\n");
            Awaitility.await().until(() -> server.events(Answered.class).size() == 1);
            assertThat(never).as("the endpoint's own stage").isNotDone();
        }
    }

    @Test
    void areAnsweredForWhenTheirReplyCannotBeSaid() {
        Reply impossible = new Reply(0, "text/plain", new byte[0], Map.of());
        try (TestServer server = TestServer.of(call -> CompletableFuture.completedStage(impossible))) {
            assertThat(server.exchange(GET)).startsWith("HTTP/1.1 500 ").endsWith("\r\n\r\n911\n");
        }
    }
}
