// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.api;

import static io.github.vpsdns.core.api.ApiFixture.CHALLENGE;
import static io.github.vpsdns.core.api.ApiFixture.RECORD;
import static io.github.vpsdns.core.api.ApiFixture.ZONE;
import static io.github.vpsdns.core.api.ApiFixture.json;
import static io.github.vpsdns.core.api.ApiFixture.record;
import static io.github.vpsdns.core.api.ApiFixture.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.vpsdns.core.CancelledException;
import io.github.vpsdns.core.error.TransportException;
import io.github.vpsdns.core.zone.DnsRecord;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.SocketEffect;
import mockwebserver3.junit5.StartStop;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Real time and real sockets: what ends a wait must end it at once, far sooner than any limit would. */
@Timeout(20)
class CancellationTest {
    private static final MockResponse SILENCE = new MockResponse.Builder()
            .onResponseStart(SocketEffect.Stall.INSTANCE)
            .build();

    @StartStop
    final MockWebServer server = new MockWebServer();

    private VpsDnsClient client;
    private final AtomicReference<Throwable> thrown = new AtomicReference<>();
    private final AtomicBoolean flag = new AtomicBoolean();

    @AfterEach
    void close() {
        if (client != null) {
            client.close();
        }
    }

    @Test
    void anInterruptEndsACallThatIsBlockedInItsSocket() throws Exception {
        server.enqueue(SILENCE);
        Thread caller = call(() -> open().record(RECORD));
        server.takeRequest();

        caller.interrupt();

        assertCancelled(caller);
        assertThat(flag).isTrue();
    }

    @Test
    void anInterruptEndsAWaitBetweenTries() throws Exception {
        server.enqueue(status(429, "Retry-After", "60"));
        Thread caller = call(() -> open().record(RECORD));
        server.takeRequest();
        await().until(() -> caller.getState() == Thread.State.WAITING);

        caller.interrupt();

        assertCancelled(caller);
        assertThat(flag).isTrue();
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void anInterruptEndsAListInTheMiddleOfAPage() throws Exception {
        String first = "[" + record("1", "A", "www", "192.0.2.1") + ",";
        server.enqueue(json(200, first + " ".repeat(1_000_000) + "]")
                .newBuilder()
                .throttleBody(first.length(), 1, TimeUnit.HOURS)
                .build());
        Thread caller = call(() -> {
            try (Stream<DnsRecord> records = open().records(ZONE.id())) {
                records.forEach(each -> {});
            }
        });
        server.takeRequest();
        await().until(() -> caller.getState() == Thread.State.TIMED_WAITING);

        caller.interrupt();

        assertCancelled(caller);
        assertThat(flag).isTrue();
    }

    @Test
    void anInterruptThatCameBeforeSendsNothing() throws Exception {
        Thread caller = call(() -> {
            Thread.currentThread().interrupt();
            open().createRecord(ZONE, CHALLENGE);
        });

        assertCancelled(caller);
        assertThat(server.getRequestCount()).isZero();
    }

    @Test
    void closingEndsACallThatIsBlockedInItsSocket() throws Exception {
        server.enqueue(SILENCE);
        open();
        Thread caller = call(() -> client.createRecord(ZONE, CHALLENGE));
        server.takeRequest();

        client.close();

        assertCancelled(caller);
        assertThat(flag).isFalse();
    }

    @Test
    void closingEndsAWaitBetweenTries() throws Exception {
        server.enqueue(status(429, "Retry-After", "60"));
        open();
        Thread caller = call(() -> client.record(RECORD));
        server.takeRequest();
        await().until(() -> caller.getState() == Thread.State.WAITING);

        client.close();

        assertCancelled(caller);
    }

    @Test
    void callsAfterClosingAreRefused() {
        open().close();

        assertThatThrownBy(() -> client.record(RECORD)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> client.zones()).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> client.createRecord(ZONE, CHALLENGE)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aStreamThatIsReadAfterClosingIsRefused() {
        Stream<DnsRecord> records = open().records(ZONE.id());
        client.close();

        assertThatThrownBy(records::toList).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void closingTwiceIsFine() {
        open().close();
        client.close();

        assertThat(server.getRequestCount()).isZero();
    }

    @Test
    void closingLeavesNoThreadBehind() throws Exception {
        server.enqueue(json(200, record("1", "A", "www", "192.0.2.1")));
        open().record(RECORD);

        client.close();

        await().untilAsserted(() -> assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .noneMatch(name -> name.startsWith("vpsdns-http-")));
    }

    @Test
    void theDeadlineCutsACallThatIsBlockedInItsSocket() {
        server.enqueue(SILENCE);
        client = ApiFixture.builder(server)
                .retry(RetryPolicy.DEFAULT.within(Duration.ofMillis(200)))
                .build();

        assertThatThrownBy(() -> client.record(RECORD))
                .isInstanceOf(TransportException.class)
                .hasMessageContaining("in time");
    }

    @Test
    void theDeadlineCutsAListThatStopsInTheMiddle() {
        server.enqueue(json(200, "[" + " ".repeat(100_000) + "]")
                .newBuilder()
                .throttleBody(1, 1, TimeUnit.HOURS)
                .build());
        client = ApiFixture.builder(server)
                .retry(RetryPolicy.DEFAULT.within(Duration.ofMillis(300)))
                .build();

        assertThatThrownBy(() -> client.records(ZONE.id()).toList())
                .isInstanceOf(TransportException.class)
                .hasMessageContaining("in time");
    }

    @Test
    void theTimeAReaderTakesDoesNotCountAgainstTheDeadlineOfAList() {
        server.enqueue(json(200, "{\"results\": [" + record("1", "A", "a", "192.0.2.1") + "], \"next\": \"?page=2\"}"));
        server.enqueue(json(200, "{\"results\": [" + record("2", "A", "b", "192.0.2.2") + "], \"next\": null}"));
        io.github.vpsdns.core.testing.ManualTime time = new io.github.vpsdns.core.testing.ManualTime();
        client = ApiFixture.client(server, time);

        try (Stream<DnsRecord> records = client.records(ZONE.id())) {
            assertThat(records.peek(each -> time.advance(Duration.ofHours(1)))).hasSize(2);
        }
    }

    private VpsDnsClient open() {
        client = ApiFixture.builder(server).build();
        return client;
    }

    private Thread call(Runnable work) {
        Thread thread = new Thread(() -> {
            try {
                work.run();
            } catch (RuntimeException e) {
                flag.set(Thread.currentThread().isInterrupted());
                thrown.set(e);
            }
        });
        thread.start();
        return thread;
    }

    private void assertCancelled(Thread caller) throws InterruptedException {
        caller.join(Duration.ofSeconds(5).toMillis());
        assertThat(caller.isAlive()).isFalse();
        assertThat(thrown.get()).isInstanceOf(CancelledException.class);
    }
}
