// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.vpsdns.core.CancelledException;
import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.core.record.Txt;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class PropagationInterruptTest {
    private static final DomainName ZONE = DomainName.of("example.com");
    private static final Duration LONG = Duration.ofMinutes(10);

    /** How a wait ended. */
    private record End(Throwable why, boolean flag) {}

    @Test
    void endsAtOnceWhileItPausesBetweenQuestions() {
        assertEndsAtOnce((query, asked) -> Replies.txt(query, "old"));
    }

    @Test
    void endsAtOnceWhileItListensForAnAnswer() {
        assertEndsAtOnce((query, asked) -> List.of());
    }

    private static void assertEndsAtOnce(FakeNameServer.Script script) {
        try (FakeNameServer server = FakeNameServer.start(script)) {
            AuthoritativeZone zone = AuthoritativeDns.builder()
                    .nameServers(List.of(server.address()))
                    .queryTimeout(LONG)
                    .build()
                    .zone(ZONE);
            CompletableFuture<End> end = new CompletableFuture<>();
            Thread waiting = new Thread(() -> {
                try {
                    PropagationPolicy policy = new PropagationPolicy(LONG, LONG, LONG);
                    zone.awaitEverywhere(ZONE, new Txt("new"), policy, PropagationListener.NONE);
                } catch (CancelledException e) {
                    end.complete(new End(e, Thread.currentThread().isInterrupted()));
                }
            });
            waiting.start();
            await().until(() -> !server.asked().isEmpty());

            waiting.interrupt();

            assertThat(end).succeedsWithin(Duration.ofSeconds(5)).matches(End::flag, "flag set again");
        }
    }
}
