// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.api;

import static io.github.vpsdns.core.api.ApiFixture.CHALLENGE;
import static io.github.vpsdns.core.api.ApiFixture.ZONE;
import static io.github.vpsdns.core.api.ApiFixture.json;
import static io.github.vpsdns.core.api.ApiFixture.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.vpsdns.core.error.InvalidRequestException;
import io.github.vpsdns.core.error.ProtocolException;
import io.github.vpsdns.core.error.ServerErrorException;
import io.github.vpsdns.core.error.TransportException;
import io.github.vpsdns.core.error.UnauthorizedException;
import io.github.vpsdns.core.testing.ManualTime;
import io.github.vpsdns.core.zone.DnsRecord;
import java.time.Duration;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.SocketEffect;
import mockwebserver3.junit5.StartStop;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The promise of one record, against a server that keeps state and does to each POST what a test says. */
class CreateRecordOnceTest {
    @StartStop
    final MockWebServer server = new MockWebServer();

    private final StatefulZone zone = new StatefulZone();
    private VpsDnsClient client;

    @BeforeEach
    void open() {
        server.setDispatcher(zone);
        client = ApiFixture.client(server, new ManualTime(), Duration.ofMillis(500));
    }

    @AfterEach
    void close() {
        zone.releaseAll();
        client.close();
    }

    /** How an answer gets lost on its way. */
    enum Loss {
        SOCKET_CLOSED,
        SILENCE,
        HALF_A_BODY,
        INTERNAL_ERROR,
        BAD_GATEWAY,
        UNAVAILABLE,
        GATEWAY_TIMEOUT;

        MockResponse answer() {
            return switch (this) {
                case SOCKET_CLOSED ->
                    new MockResponse.Builder()
                            .onResponseStart(SocketEffect.ShutdownConnection.INSTANCE)
                            .build();
                case SILENCE ->
                    new MockResponse.Builder()
                            .onResponseStart(SocketEffect.Stall.INSTANCE)
                            .build();
                case HALF_A_BODY ->
                    json(201, "{\"uuid\": \"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\"}")
                            .newBuilder()
                            .onResponseBody(new SocketEffect.CloseSocket())
                            .build();
                case INTERNAL_ERROR -> status(500);
                case BAD_GATEWAY -> status(502);
                case UNAVAILABLE -> status(503, "Retry-After", "1");
                case GATEWAY_TIMEOUT -> status(504);
            };
        }
    }

    @ParameterizedTest
    @EnumSource
    void anAnswerLostAfterTheRecordWasMadeIsFoundByListing(Loss loss) {
        zone.onPost(StatefulZone.Step.commitThen(loss.answer()));

        DnsRecord record = create();

        assertThat(zone.ids()).containsExactly(record.id().value());
        assertThat(zone.posts()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "HALF_A_BODY")
    void aRequestLostBeforeTheRecordWasMadeIsSentAgain(Loss loss) {
        zone.onPost(StatefulZone.Step.loseWith(loss.answer()));

        DnsRecord record = create();

        assertThat(zone.ids()).containsExactly(record.id().value());
        assertThat(zone.posts()).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "HALF_A_BODY")
    void severalLossesInARowLeaveOneRecord(Loss loss) {
        zone.onPost(
                StatefulZone.Step.loseWith(loss.answer()),
                StatefulZone.Step.loseWith(loss.answer()),
                StatefulZone.Step.commitThen(loss.answer()));

        DnsRecord record = create();

        assertThat(zone.ids()).containsExactly(record.id().value());
        assertThat(zone.posts()).isEqualTo(3);
    }

    @Test
    void aRecordCommittedWhileItsSilentTryIsStillOpenLeavesOneRecord() {
        zone.onPost(StatefulZone.Step.commitWhenReleased());
        zone.afterPosts(2, zone::releaseAll);

        DnsRecord record = create();

        assertThat(zone.posts()).isEqualTo(2);
        assertThat(zone.ids()).containsExactly(record.id().value());
    }

    @Test
    void aRecordCommittedAfterItsConnectionBrokeLeavesOneRecord() {
        zone.onPost(StatefulZone.Step.commitAfterPosts(2, Loss.SOCKET_CLOSED.answer()));

        DnsRecord record = create();

        assertThat(zone.posts()).isEqualTo(2);
        assertThat(zone.ids()).containsExactly(record.id().value());
    }

    @Test
    void surplusCopiesAreDeletedButNeverTheOldestOne() {
        zone.add("theirs", "TXT", "_acme-challenge", "v1");
        zone.hideFromNextLists(1);
        zone.onPost(StatefulZone.Step.commitAfterPosts(2, Loss.SOCKET_CLOSED.answer()));

        create();

        assertThat(zone.ids()).hasSize(2).contains("theirs");
    }

    @Test
    void aRefusalAfterALostAnswerMayMeanThatItIsThere() {
        zone.onPost(
                StatefulZone.Step.commitUnlistedThen(Loss.SOCKET_CLOSED.answer(), 1),
                StatefulZone.Step.loseWith(status(400)));

        DnsRecord record = create();

        assertThat(zone.ids()).containsExactly(record.id().value());
    }

    @Test
    void aRefusalOfTheFirstTryIsAnErrorWithoutListing() {
        zone.onPost(StatefulZone.Step.loseWith(status(400)));

        assertThatThrownBy(this::create).isInstanceOf(InvalidRequestException.class);
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void aRefusalAfterALostRequestIsAnErrorIfNothingIsThere() {
        zone.onPost(StatefulZone.Step.loseWith(status(502)), StatefulZone.Step.loseWith(status(400)));

        assertThatThrownBy(this::create).isInstanceOf(InvalidRequestException.class);
    }

    @Test
    void anotherValueAtTheNameIsNotTakenForOurs() {
        zone.add("other", "TXT", "_acme-challenge", "v2");
        zone.add("type", "SPF", "_acme-challenge", "v1");
        zone.add("name", "TXT", "www", "v1");
        zone.onPost(StatefulZone.Step.loseWith(status(502)));

        create();

        assertThat(zone.ids()).hasSize(4).contains("other", "type", "name");
    }

    @Test
    void theSameRecordOfAnotherZoneIsNotTakenForOursThoughTheApiIgnoresFilters() {
        zone.addElsewhere("foreign", "TXT", "_acme-challenge", "v1");
        zone.onPost(StatefulZone.Step.loseWith(status(502)));

        DnsRecord record = create();

        assertThat(zone.ids()).containsExactly(record.id().value());
        assertThat(zone.posts()).isEqualTo(2);
    }

    @Test
    void theSameRecordOfAnotherZoneIsNoSurplusCopyThoughTheApiIgnoresFilters() {
        zone.addElsewhere("foreign", "TXT", "_acme-challenge", "v1");
        zone.onPost(StatefulZone.Step.commitAfterPosts(2, Loss.SOCKET_CLOSED.answer()));

        create();

        assertThat(zone.ids()).hasSize(1);
        assertThat(zone.idsElsewhere()).containsExactly("foreign");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "null", "[]", "<html></html>", "{\"status\": \"created\"}", "{\"uuid\": \"half"})
    void anAnswerThatShowsNoRecordIsReadBack(String body) {
        zone.onPost(StatefulZone.Step.commitThen(json(201, body)));

        DnsRecord record = create();

        assertThat(zone.ids()).containsExactly(record.id().value());
        assertThat(zone.posts()).isEqualTo(1);
    }

    @Test
    void anAnswerOf200WithoutRecordIsAnError() {
        zone.onPost(StatefulZone.Step.loseWith(json(200, "{}")));

        assertThatThrownBy(this::create)
                .isInstanceOf(ProtocolException.class)
                .hasMessageContaining("the record is not in the zone");
        assertThat(zone.posts()).isEqualTo(1);
    }

    @Test
    void aRecordThatNeverGetsThroughSaysWhetherItMayBeThere() {
        zone.onEveryPost(StatefulZone.Step.loseWith(Loss.SOCKET_CLOSED.answer()));

        TransportException e = catchThrowableOfType(TransportException.class, this::create);

        assertThat(e.maybeApplied()).isTrue();
        assertThat(e).hasMessageContaining("it is not known whether it took effect");
    }

    @Test
    void aListThatFailsWhileTheOutcomeIsUnknownIsAnErrorNotAnotherPost() {
        zone.onPost(StatefulZone.Step.commitThen(status(502)));
        zone.answerListsWith(status(500));

        assertThatThrownBy(this::create).isInstanceOf(ServerErrorException.class);
        assertThat(zone.posts()).isEqualTo(1);
    }

    @Test
    void aSecondCopyThatCannotBeLookedUpIsNotPassedOverInSilence() {
        zone.onPost(StatefulZone.Step.commitAfterPosts(2, Loss.SOCKET_CLOSED.answer()));
        zone.afterPosts(2, () -> zone.answerListsWith(status(500)));

        TransportException e = catchThrowableOfType(TransportException.class, this::create);

        assertThat(e.maybeApplied()).isTrue();
        assertThat(e).hasMessageContaining("may have made a second copy");
    }

    @Test
    void aTokenThatIsNoLongerTakenDoesNotHideThatTheRecordMayBeThere() {
        zone.onPost(StatefulZone.Step.commitThen(Loss.SOCKET_CLOSED.answer()));
        zone.answerListsWith(status(401));

        TransportException e = catchThrowableOfType(TransportException.class, this::create);

        assertThat(e.maybeApplied()).isTrue();
        assertThat(e.getSuppressed()).singleElement().isInstanceOf(UnauthorizedException.class);
    }

    private DnsRecord create() {
        return client.createRecord(ZONE, CHALLENGE);
    }
}
