// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.api;

import static io.github.vpsdns.core.api.ApiFixture.CHALLENGE;
import static io.github.vpsdns.core.api.ApiFixture.RECORD;
import static io.github.vpsdns.core.api.ApiFixture.ZONE;
import static io.github.vpsdns.core.api.ApiFixture.array;
import static io.github.vpsdns.core.api.ApiFixture.challenge;
import static io.github.vpsdns.core.api.ApiFixture.json;
import static io.github.vpsdns.core.api.ApiFixture.record;
import static io.github.vpsdns.core.api.ApiFixture.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.vpsdns.core.error.ApiException;
import io.github.vpsdns.core.error.InvalidRequestException;
import io.github.vpsdns.core.error.NotFoundException;
import io.github.vpsdns.core.error.RateLimitedException;
import io.github.vpsdns.core.error.ServerErrorException;
import io.github.vpsdns.core.error.TransportException;
import io.github.vpsdns.core.record.A;
import io.github.vpsdns.core.record.Ttl;
import io.github.vpsdns.core.testing.ManualTime;
import io.github.vpsdns.core.zone.DnsRecord;
import io.github.vpsdns.core.zone.RecordPatch;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.SocketEffect;
import mockwebserver3.junit5.StartStop;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetriesTest {
    private static final String WWW = record("rec-001", "A", "www", "192.0.2.1");
    private static final RecordPatch TO_ONE = RecordPatch.to(A.of("192.0.2.1"));

    @StartStop
    final MockWebServer server = new MockWebServer();

    private final ManualTime time = new ManualTime();
    private VpsDnsClient client;

    @BeforeEach
    void open() {
        client = ApiFixture.client(server, time);
    }

    @AfterEach
    void close() {
        client.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {502, 503, 504})
    void readsAgainAfterAnOutage(int status) {
        server.enqueue(status(status));
        server.enqueue(json(200, WWW));

        assertThat(client.record(RECORD).id()).isEqualTo(RECORD);
    }

    @Test
    void readsAgainAfterAConnectionThatBroke() {
        server.enqueue(cut(SocketEffect.ShutdownConnection.INSTANCE));
        server.enqueue(json(200, WWW));

        assertThat(client.record(RECORD).id()).isEqualTo(RECORD);
        assertThat(server.getRequestCount()).isEqualTo(2);
    }

    @Test
    void readsAgainAfterAnAnswerThatWasCut() {
        server.enqueue(json(200, WWW)
                .newBuilder()
                .onResponseBody(new SocketEffect.CloseSocket())
                .build());
        server.enqueue(json(200, WWW));

        assertThat(client.record(RECORD).id()).isEqualTo(RECORD);
    }

    @Test
    void readsAPageAgainThatWasCutAndRepeatsNothing() {
        StringBuilder entries = new StringBuilder();
        for (int i = 0; i < 2000; i++) {
            entries.append(i == 0 ? "" : ",").append(record("r" + i, "A", "n" + i, "192.0.2.1"));
        }
        server.enqueue(json(200, "[" + entries + "]")
                .newBuilder()
                .onResponseBody(new SocketEffect.CloseSocket())
                .build());
        server.enqueue(json(200, "[" + entries + "]"));

        try (Stream<DnsRecord> records = client.records(ZONE.id())) {
            assertThat(records.map(r -> r.id().value())).hasSize(2000).doesNotHaveDuplicates();
        }
    }

    @Test
    void waitsTwiceAsLongAfterEachFailureUpToTheLongestWait() {
        for (int i = 0; i < 7; i++) {
            server.enqueue(status(502));
        }
        server.enqueue(json(200, WWW));

        client.record(RECORD);

        assertThat(time.sleeps())
                .extracting(Duration::toMillis)
                .containsExactly(500L, 1000L, 2000L, 4000L, 8000L, 15000L, 15000L);
    }

    @Test
    void retriesAfter429HonouringRetryAfterInSeconds() {
        server.enqueue(status(429, "Retry-After", "7"));
        server.enqueue(json(200, WWW));

        client.record(RECORD);

        assertThat(time.sleeps())
                .singleElement()
                .satisfies(wait -> assertThat(wait).isBetween(Duration.ofSeconds(7), Duration.ofMillis(7500)));
    }

    @Test
    void retriesAfter503HonouringRetryAfterAsADate() {
        server.enqueue(
                status(503, "Date", "Wed, 21 Oct 2015 07:28:00 GMT", "Retry-After", "Wed, 21 Oct 2015 07:28:20 GMT"));
        server.enqueue(json(200, WWW));

        client.record(RECORD);

        assertThat(time.sleeps())
                .singleElement()
                .satisfies(wait -> assertThat(wait).isBetween(Duration.ofSeconds(20), Duration.ofMillis(20500)));
    }

    @Test
    void aRetryAfterOfZeroIsNotFollowedBehindOurBack() {
        server.enqueue(status(503, "Retry-After", "0"));
        server.enqueue(json(200, WWW));

        client.record(RECORD);

        assertThat(time.sleeps()).hasSize(1);
        assertThat(server.getRequestCount()).isEqualTo(2);
    }

    @Test
    void failsAtOnceWhenRetryAfterLiesBeyondTheDeadline() {
        server.enqueue(status(429, "Retry-After", "3600"));

        ApiException e = catchThrowableOfType(ApiException.class, () -> client.record(RECORD));

        assertThat(e).isInstanceOf(RateLimitedException.class);
        assertThat(e.retryAfter()).contains(Duration.ofHours(1));
        assertThat(time.sleeps()).isEmpty();
    }

    @Test
    void givesUpWithTheLastFailureWhenTheDeadlineLeavesNoTimeForAnotherWait() {
        for (int i = 0; i < 30; i++) {
            server.enqueue(status(503));
        }

        assertThatThrownBy(() -> client.record(RECORD)).isInstanceOf(ServerErrorException.class);
        assertThat(time.sleeps().stream().reduce(Duration.ZERO, Duration::plus))
                .isLessThan(RetryPolicy.DEFAULT.deadline());
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 405, 500, 501})
    void readsOnlyOnceWhereRepeatingWouldNotHelp(int status) {
        server.enqueue(status(status));

        assertThatThrownBy(() -> client.record(RECORD)).isInstanceOf(ApiException.class);
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void sendsAPostAgainAfter429WithoutLookingFirst() throws Exception {
        server.enqueue(status(429));
        server.enqueue(json(201, challenge("new")));

        client.createRecord(ZONE, CHALLENGE);

        assertThat(methods()).containsExactly("POST", "POST");
    }

    @Test
    void putsAgainAfterAnOutage() throws Exception {
        server.enqueue(status(504));
        server.enqueue(json(200, challenge("rec-001")));

        client.replaceRecord(ZONE, RECORD, CHALLENGE);

        assertThat(methods()).containsExactly("PUT", "PUT");
    }

    @Test
    void readsBackWhatAnUnreadableAnswerToAPutHides() throws Exception {
        server.enqueue(json(200, ""));
        server.enqueue(json(200, challenge("rec-001")));

        assertThat(client.replaceRecord(ZONE, RECORD, CHALLENGE).id()).isEqualTo(RECORD);
        assertThat(methods()).containsExactly("PUT", "GET");
    }

    @Test
    void deletesAgainAndTakesNotFoundForDone() throws Exception {
        server.enqueue(cut(SocketEffect.ShutdownConnection.INSTANCE));
        server.enqueue(status(404));

        client.deleteRecord(RECORD);

        assertThat(methods()).containsExactly("DELETE", "DELETE");
    }

    @Test
    void notFoundAfterARateLimitIsNotTakenForDone() {
        server.enqueue(status(429));
        server.enqueue(status(404));

        assertThatThrownBy(() -> client.deleteRecord(RECORD)).isInstanceOf(NotFoundException.class);
    }

    @Test
    void comparesBeforeAChangeIsSentAgainAndStopsWhereItHasHappened() throws Exception {
        server.enqueue(cut(SocketEffect.ShutdownConnection.INSTANCE));
        server.enqueue(json(200, WWW));

        assertThat(client.patchRecord(RECORD, TO_ONE).data()).isEqualTo(A.of("192.0.2.1"));
        assertThat(methods()).containsExactly("PATCH", "GET");
    }

    @Test
    void sendsAChangeAgainThatHasNotHappened() throws Exception {
        server.enqueue(status(502));
        server.enqueue(json(200, record("rec-001", "A", "www", "192.0.2.9")));
        server.enqueue(json(200, WWW));

        assertThat(client.patchRecord(RECORD, TO_ONE).data()).isEqualTo(A.of("192.0.2.1"));
        assertThat(methods()).containsExactly("PATCH", "GET", "PATCH");
    }

    @Test
    void readsBackWhatAnUnreadableAnswerToAChangeHides() throws Exception {
        server.enqueue(json(200, "<html>"));
        server.enqueue(json(200, WWW));

        assertThat(client.patchRecord(RECORD, TO_ONE).id()).isEqualTo(RECORD);
        assertThat(methods()).containsExactly("PATCH", "GET");
    }

    @Test
    void sendsAChangeOfTheTtlAgainWithThePriorityThatTheApiMisses() throws Exception {
        String mx = record("rec-001", "MX", "@", "mail.example.com", "10", "2024-01-15");
        server.enqueue(json(400, "{\"detail\": \"MX records require a priority value\", \"field\": \"priority\"}"));
        server.enqueue(json(200, mx));
        server.enqueue(json(200, mx));

        client.patchRecord(RECORD, RecordPatch.to(Ttl.of(60)));

        server.takeRequest();
        server.takeRequest();
        assertThat(server.takeRequest().getBody().utf8())
                .contains("\"priority\":10", "\"record_type\":\"MX\"", "\"ttl\":60");
    }

    @Test
    void aChangeThatIsRefusedForGoodIsSentOnlyOnce() throws Exception {
        server.enqueue(json(400, "{\"detail\": \"no\", \"field\": \"ttl\"}"));

        assertThatThrownBy(() -> client.patchRecord(RECORD, RecordPatch.to(Ttl.of(60))))
                .isInstanceOf(InvalidRequestException.class);
        assertThat(methods()).containsExactly("PATCH");
    }

    @Test
    void aConnectionThatCannotBeMadeLeavesNoDoubt() throws Exception {
        server.close();

        TransportException e =
                catchThrowableOfType(TransportException.class, () -> client.createRecord(ZONE, CHALLENGE));

        assertThat(e.maybeApplied()).isFalse();
        assertThat(e).hasMessageContaining("cannot connect to");
    }

    @Test
    void aListThatNeedsRetriesStillUsesOneRequestAPage() throws Exception {
        server.enqueue(status(503));
        server.enqueue(json(200, array(WWW)));

        try (Stream<DnsRecord> records = client.records(ZONE.id())) {
            assertThat(records).hasSize(1);
        }
        assertThat(methods()).containsExactly("GET", "GET");
    }

    private static MockResponse cut(SocketEffect effect) {
        return new MockResponse.Builder().onResponseStart(effect).build();
    }

    private List<String> methods() throws InterruptedException {
        List<String> methods = new ArrayList<>();
        for (int i = server.getRequestCount(); i > 0; i--) {
            methods.add(server.takeRequest().getMethod());
        }
        return methods;
    }
}
