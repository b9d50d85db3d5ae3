// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.http;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vpsdns.core.error.ProtocolException;
import io.github.vpsdns.core.testing.ManualTime;
import java.net.URI;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.junit5.StartStop;
import org.junit.jupiter.api.Test;

class ListWalkTest {
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
        try (Transport transport = new Transport(
                false, () -> "vps_x", "test", Duration.ofSeconds(5), new ManualTime(), (o, m, a, s, d) -> {})) {
            Backoff backoff = new Backoff(Duration.ofMillis(1), Duration.ofMillis(1), new Random(1));
            Operation operation = new Operation(transport, backoff, "zones", "list", Duration.ofMinutes(1));
            URI base = server.url("/").uri();

            assertThatThrownBy(() -> new ListWalk<>(operation, Endpoint.of(base).at("dns-zones"), node -> node, 7)
                            .stream().toList())
                    .isInstanceOf(ProtocolException.class)
                    .hasMessageContaining("more than 7 pages");
        }
    }
}
