// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.api;

import static io.github.vpsdns.core.api.ApiFixture.array;
import static io.github.vpsdns.core.api.ApiFixture.envelope;
import static io.github.vpsdns.core.api.ApiFixture.json;
import static io.github.vpsdns.core.api.ApiFixture.status;
import static io.github.vpsdns.core.api.ApiFixture.zone;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.vpsdns.core.error.IncompleteListException;
import io.github.vpsdns.core.error.ProtocolException;
import io.github.vpsdns.core.testing.ManualTime;
import io.github.vpsdns.core.zone.Zone;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import mockwebserver3.MockWebServer;
import mockwebserver3.junit5.StartStop;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ListShapesTest {
    private static final String A = zone("1", "a.test");
    private static final String B = zone("2", "b.test");
    private static final String C = zone("3", "c.test");

    @StartStop
    final MockWebServer server = new MockWebServer();

    private VpsDnsClient client;

    @BeforeEach
    void open() {
        client = ApiFixture.client(server, new ManualTime());
    }

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void readsABareArray() {
        server.enqueue(json(200, array(A, B)));

        assertThat(list()).containsExactly("a.test", "b.test");
    }

    @Test
    void readsAnEmptyArray() {
        server.enqueue(json(200, "[]"));

        assertThat(list()).isEmpty();
    }

    @Test
    void readsCountAndResultsWithoutLinks() {
        server.enqueue(json(200, "{\"count\": 2, \"results\": " + array(A, B) + "}"));

        assertThat(list()).containsExactly("a.test", "b.test");
    }

    @Test
    void readsResultsThatComeBeforeCountAmongUnknownMembers() {
        server.enqueue(json(
                200,
                "{\"meta\": {\"results\": [1, {}]}, \"results\": " + array(A) + ", \"extra\": [[]], \"count\": 1}"));

        assertThat(list()).containsExactly("a.test");
    }

    @Test
    void readsAnEmptyEnvelope() {
        server.enqueue(json(200, envelope(0, null)));

        assertThat(list()).isEmpty();
    }

    @Test
    void followsLinksToTheLastPage() throws Exception {
        server.enqueue(json(200, envelope(3, server.url("/api/v1/dns-zones/?page=2") + "", A)));
        server.enqueue(json(200, envelope(3, server.url("/api/v1/dns-zones/?page=3") + "", B)));
        server.enqueue(json(200, envelope(3, null, C)));

        assertThat(list()).containsExactly("a.test", "b.test", "c.test");
        assertThat(targets())
                .containsExactly("/api/v1/dns-zones/", "/api/v1/dns-zones/?page=2", "/api/v1/dns-zones/?page=3");
    }

    @Test
    void followsCursorsWithoutCount() throws Exception {
        server.enqueue(json(200, "{\"next\": \"?cursor=cD0y\", \"previous\": null, \"results\": " + array(A) + "}"));
        server.enqueue(json(200, "{\"next\": null, \"previous\": \"?cursor=cj0\", \"results\": " + array(B) + "}"));

        assertThat(list()).containsExactly("a.test", "b.test");
        assertThat(targets()).containsExactly("/api/v1/dns-zones/", "/api/v1/dns-zones/?cursor=cD0y");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://inner.example:8000/api/v1/dns-zones/?page=2",
                "https://evil.example/api/v1/dns-zones/?page=2",
                "//evil.example/api/v1/dns-zones/?page=2",
                "http://user:pw@evil.example/api/v1/dns-zones/?page=2"
            })
    void takesOnlyTheQueryOfALinkToAnotherOrigin(String link) throws Exception {
        server.enqueue(json(200, envelope(2, link, A)));
        server.enqueue(json(200, envelope(2, null, B)));

        assertThat(list()).containsExactly("a.test", "b.test");
        assertThat(targets()).containsExactly("/api/v1/dns-zones/", "/api/v1/dns-zones/?page=2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/account/me/?page=2", "../../../x?page=2", "/dns-zones/?page=2"})
    void refusesALinkToAnotherPath(String link) {
        server.enqueue(json(200, envelope(2, link, A)));

        assertThatThrownBy(this::list)
                .isInstanceOf(ProtocolException.class)
                .hasMessageContaining("leads to another path");
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void refusesALinkThatIsNoUrl() {
        server.enqueue(json(200, envelope(2, "ftp://x/", A)));

        assertThatThrownBy(this::list).isInstanceOf(ProtocolException.class).hasMessageContaining("no URL");
    }

    @Test
    void refusesALinkBackToAPageThatWasRead() {
        server.enqueue(json(200, envelope(3, "?page=2", A)));
        server.enqueue(json(200, envelope(3, "?page=2", B)));

        assertThatThrownBy(this::list).isInstanceOf(ProtocolException.class).hasMessageContaining("read already");
    }

    @Test
    void refusesAPageWithoutAnyNewEntryThatLinksOn() {
        server.enqueue(json(200, envelope(3, "?page=2", A)));
        server.enqueue(json(200, envelope(3, "?page=3", A)));

        assertThatThrownBy(this::list)
                .isInstanceOf(ProtocolException.class)
                .hasMessageContaining("without any new entry");
    }

    @Test
    void leavesOutWhatAnEarlierPageHadAlready() {
        server.enqueue(json(200, envelope(3, "?page=2", A, B)));
        server.enqueue(json(200, envelope(3, null, B, C)));

        assertThat(list()).containsExactly("a.test", "b.test", "c.test");
    }

    @Test
    void asksForPagesByNumberWhereACountPromisesMoreAndNoLinkCame() throws Exception {
        server.enqueue(json(200, "{\"count\": 3, \"results\": " + array(A) + "}"));
        server.enqueue(json(200, "{\"count\": 3, \"results\": " + array(B) + "}"));
        server.enqueue(json(200, "{\"count\": 3, \"results\": " + array(C) + "}"));

        assertThat(list()).containsExactly("a.test", "b.test", "c.test");
        assertThat(targets())
                .containsExactly("/api/v1/dns-zones/", "/api/v1/dns-zones/?page=2", "/api/v1/dns-zones/?page=3");
    }

    @Test
    void aListShorterThanItsCountIsIncompleteWhenNumberedPagesEnd() {
        server.enqueue(json(200, "{\"count\": 3, \"results\": " + array(A, B) + "}"));
        server.enqueue(status(404));

        IncompleteListException e = catchThrowableOfType(IncompleteListException.class, this::list);

        assertThat(e.expected()).isEqualTo(3);
        assertThat(e.received()).isEqualTo(2);
    }

    @Test
    void aListShorterThanItsCountIsIncompleteWhenPageNumbersAreIgnored() {
        server.enqueue(json(200, "{\"count\": 3, \"results\": " + array(A, B) + "}"));
        server.enqueue(json(200, "{\"count\": 3, \"results\": " + array(A, B) + "}"));

        assertThatThrownBy(this::list)
                .isInstanceOf(IncompleteListException.class)
                .hasMessageContaining("announced 3 entries and sent 2");
    }

    @Test
    void aCountWithoutAnyEntryIsIncompleteNotEmpty() {
        server.enqueue(json(200, envelope(5, null)));

        assertThatThrownBy(this::list).isInstanceOf(IncompleteListException.class);
    }

    @Test
    void aLastPageThatLeavesTheCountUnmetIsIncomplete() {
        server.enqueue(json(200, envelope(4, "?page=2", A, B)));
        server.enqueue(json(200, envelope(4, null, C)));

        assertThatThrownBy(this::list)
                .isInstanceOf(IncompleteListException.class)
                .hasMessageContaining("announced 4 entries and sent 3");
    }

    @Test
    void aLinkedPageThatIsGoneIsIncomplete() {
        server.enqueue(json(200, envelope(4, "?page=2", A, B)));
        server.enqueue(status(404));

        assertThatThrownBy(this::list)
                .isInstanceOf(IncompleteListException.class)
                .hasMessageContaining("broke off after 2 entries");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[%s,", "[%s, {\"uuid\": \"2\"", "{\"count\": 2, \"results\": [%s", "{\"results\": [%s]"})
    void jsonThatEndsInTheMiddleIsIncomplete(String body) {
        server.enqueue(json(200, body.formatted(A)));

        IncompleteListException e = catchThrowableOfType(IncompleteListException.class, this::list);

        assertThat(e.expected()).isEqualTo(IncompleteListException.UNKNOWN);
        assertThat(e.received()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"count\": 0}",
                "{\"results\": null}",
                "{\"results\": {}}",
                "{\"detail\": \"ok\"}",
                "null",
                "\"text\"",
                "42",
                "",
                "   ",
                "<html></html>",
                "[1]",
                "[null]",
                "[{}]",
                "[{\"uuid\": \"\", \"domain\": \"a.test\"}]",
                "[{\"uuid\": \"1\"}]",
                "[] []",
                "{\"results\": [], \"next\": 7}"
            })
    void anythingElseIsAProtocolErrorNotAnEmptyList(String body) {
        server.enqueue(json(200, body));

        assertThatThrownBy(this::list)
                .isInstanceOf(ProtocolException.class)
                .isNotInstanceOf(IncompleteListException.class);
    }

    @Test
    void leavesOutAZoneWhoseNameIsNoDomainName() {
        server.enqueue(json(200, array(zone("1", "0/25.2.0.192.in-addr.arpa"), B)));

        assertThat(list()).containsExactly("b.test");
    }

    @Test
    void sendsNothingBeforeTheStreamIsRead() {
        client.zones().close();

        assertThat(server.getRequestCount()).isZero();
    }

    @Test
    void fetchesNoPageThatIsNotNeeded() {
        server.enqueue(json(200, envelope(2, "?page=2", A)));

        try (Stream<Zone> zones = client.zones()) {
            assertThat(zones.findFirst()).isPresent();
        }

        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    private List<String> list() {
        try (Stream<Zone> zones = client.zones()) {
            return zones.map(zone -> zone.domain().toString()).toList();
        }
    }

    private List<String> targets() throws InterruptedException {
        List<String> targets = new ArrayList<>();
        for (int i = server.getRequestCount(); i > 0; i--) {
            targets.add(server.takeRequest().getTarget());
        }
        return targets;
    }
}
