// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.api;

import static io.github.vpsdns.core.api.ApiFixture.CHALLENGE;
import static io.github.vpsdns.core.api.ApiFixture.RECORD;
import static io.github.vpsdns.core.api.ApiFixture.ZONE;
import static io.github.vpsdns.core.api.ApiFixture.array;
import static io.github.vpsdns.core.api.ApiFixture.challenge;
import static io.github.vpsdns.core.api.ApiFixture.envelope;
import static io.github.vpsdns.core.api.ApiFixture.json;
import static io.github.vpsdns.core.api.ApiFixture.status;
import static io.github.vpsdns.core.api.ApiFixture.zone;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpsdns.core.testing.ManualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.SocketEffect;
import mockwebserver3.junit5.StartStop;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CallListenerTest {
    @StartStop
    final MockWebServer server = new MockWebServer();

    private final List<CallEvent> events = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();
    private VpsDnsClient client;

    @BeforeEach
    void open() {
        client = ApiFixture.builder(server)
                .timekeeper(new ManualTime())
                .listener(event -> {
                    throw new IllegalStateException("a broken listener");
                })
                .listener(event -> {
                    events.add(event);
                    threads.add(Thread.currentThread());
                })
                .build();
    }

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void isToldOfEveryTryOnTheCallersThread() {
        server.enqueue(status(503));
        server.enqueue(new MockResponse.Builder()
                .onResponseStart(SocketEffect.ShutdownConnection.INSTANCE)
                .build());
        server.enqueue(json(200, challenge("rec-001")));

        client.record(RECORD);

        assertThat(events)
                .containsExactly(
                        new CallEvent("record", "GET", 1, 503, Duration.ZERO),
                        new CallEvent("record", "GET", 2, 0, Duration.ZERO),
                        new CallEvent("record", "GET", 3, 200, Duration.ZERO));
        assertThat(threads).containsOnly(Thread.currentThread());
    }

    @Test
    void isToldOfEveryPage() {
        server.enqueue(json(200, envelope(2, "?page=2", zone("1", "a.test"))));
        server.enqueue(json(200, envelope(2, null, zone("2", "b.test"))));

        assertThat(client.zones()).hasSize(2);
        assertThat(events).extracting(CallEvent::attempt).containsExactly(1, 1);
        assertThat(events).hasSize(server.getRequestCount());
    }

    @Test
    void isToldOfWhatItTakesToSettleALostAnswer() {
        server.enqueue(status(502));
        server.enqueue(json(200, array(challenge("1"))));

        client.createRecord(ZONE, CHALLENGE);

        assertThat(events)
                .extracting(CallEvent::operation, CallEvent::method, CallEvent::status)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("createRecord", "POST", 502),
                        org.assertj.core.groups.Tuple.tuple("createRecord", "GET", 200));
    }
}
