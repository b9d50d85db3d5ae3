// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vpsdns.core.error.ProtocolException;
import io.github.vpsdns.core.testing.ManualTime;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.junit5.StartStop;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ListWalkTest {
    private static final Duration LIMIT = Duration.ofMinutes(1);

    @StartStop
    final MockWebServer server = new MockWebServer();

    @Test
    void aListWithoutEndEndsAtTheLimitOfPages() {
        AtomicInteger page = new AtomicInteger();
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                int number = page.incrementAndGet();
                return new MockResponse.Builder()
                        .body("{\"next\": \"?page=" + number + "\", \"results\": [{\"uuid\": \"" + number + "\"}]}")
                        .build();
            }
        });
        assertThatThrownBy(() -> list(new ManualTime(), 7))
                .isInstanceOf(ProtocolException.class)
                .hasMessageContaining("more than 7 pages");
    }

    @Test
    void aLongListMayTakeItsTimeAsLongAsPagesCome() {
        ManualTime time = new ManualTime();
        AtomicInteger page = new AtomicInteger();
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                int number = page.incrementAndGet();
                time.advance(LIMIT.multipliedBy(2).dividedBy(3));
                String next = number < 4 ? "\"?page=" + number + "\"" : "null";
                return new MockResponse.Builder()
                        .body("{\"next\": " + next + ", \"results\": [{\"uuid\": \"" + number + "\"}]}")
                        .build();
            }
        });

        assertThat(list(time, 7)).hasSize(4);
    }

    private List<JsonNode> list(ManualTime time, int maxPages) {
        try (Transport transport =
                new Transport(false, () -> "vps_x", "test", Duration.ofSeconds(5), time, (o, m, a, s, d) -> {})) {
            Backoff backoff = new Backoff(Duration.ofMillis(1), Duration.ofMillis(1), new Random(1));
            Operation operation = new Operation(transport, backoff, "zones", "list", LIMIT);
            URI base = server.url("/").uri();
            return new ListWalk<>(operation, Endpoint.of(base).at("dns-zones"), node -> node, maxPages)
                    .stream().toList();
        }
    }
}
