// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.sandbox.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.github.vpsdns.sandbox.Http;
import io.github.vpsdns.sandbox.Sandbox;
import io.github.vpsdns.sandbox.control.Call;
import io.github.vpsdns.sandbox.control.Fault;
import io.github.vpsdns.sandbox.control.Garbage;
import io.github.vpsdns.sandbox.control.ListShape;
import io.github.vpsdns.sandbox.junit.VpsDnsSandbox;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.core.JacksonException;

@VpsDnsSandbox(acme = false)
class FaultsOverHttpTest {
    private static final Duration IMPATIENT = Duration.ofMillis(300);
    private static final String BODY = "{\"domain\":\"example.com\"}";

    private static HttpRequest.Builder create(Http http) {
        return http.request("/dns-zones/")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(BODY));
    }

    @Test
    void statusComesWithItsHeadersAndWithoutTheDeed(Sandbox sandbox) {
        sandbox.faults().add(Fault.status(503, Duration.ofSeconds(7)));

        HttpResponse<String> refused = new Http(sandbox).post("/dns-zones/", BODY);

        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.headers().firstValue("Retry-After")).hasValue("7");
        assertThat(refused.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
        assertThat(sandbox.zones().all()).isEmpty();
    }

    @Test
    void statusAfterTheDeedHidesThatItWasDone(Sandbox sandbox) {
        sandbox.faults().add(Fault.status(504).afterCommit());

        assertThat(new Http(sandbox).post("/dns-zones/", BODY).statusCode()).isEqualTo(504);
        assertThat(sandbox.zones().all()).hasSize(1);
    }

    @Test
    void headersAndBodyOfAStatusAreSentAsGiven(Sandbox sandbox) {
        sandbox.faults().add(Fault.status(403, Map.of("Server", "cloudflare"), "<html>no</html>"));

        HttpResponse<String> refused = new Http(sandbox).get("/dns-zones/");

        assertThat(refused.body()).isEqualTo("<html>no</html>");
        assertThat(refused.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
        assertThat(refused.headers().firstValue("Server")).hasValue("cloudflare");
    }

    @Test
    void droppedCallNeverHappened(Sandbox sandbox) {
        sandbox.faults().add(Fault.drop().on("POST", "/dns-zones/"));
        Http http = new Http(sandbox);

        assertThatThrownBy(() -> http.trySend(create(http))).isInstanceOf(IOException.class);

        assertThat(sandbox.zones().all()).isEmpty();
    }

    @Test
    void callDroppedAfterCommitHappened(Sandbox sandbox) {
        sandbox.faults().add(Fault.drop().afterCommit().on("POST", "/dns-zones/"));
        Http http = new Http(sandbox);

        assertThatThrownBy(() -> http.trySend(create(http))).isInstanceOf(IOException.class);

        assertThat(sandbox.zones().all()).hasSize(1);
    }

    @Test
    void truncatedAnswerBreaksOffInTheMiddle(Sandbox sandbox) {
        sandbox.faults().add(Fault.truncate());
        Http http = new Http(sandbox);

        assertThatThrownBy(() -> http.trySend(create(http))).isInstanceOf(IOException.class);

        assertThat(sandbox.zones().all()).hasSize(1);
    }

    @Test
    void delayedCallIsCarriedOutOnlyAfterTheDelay(Sandbox sandbox) {
        sandbox.faults().add(Fault.delay(Duration.ofHours(1)));
        Http http = new Http(sandbox);

        assertThatThrownBy(() -> http.trySend(create(http), IMPATIENT)).isInstanceOf(HttpTimeoutException.class);

        assertThat(sandbox.zones().all()).isEmpty();
    }

    @Test
    void callDelayedAfterCommitIsCarriedOutBeforeTheDelay(Sandbox sandbox) {
        sandbox.faults().add(Fault.delay(Duration.ofHours(1)).afterCommit());
        Http http = new Http(sandbox);

        assertThatThrownBy(() -> http.trySend(create(http), IMPATIENT)).isInstanceOf(HttpTimeoutException.class);

        assertThat(sandbox.zones().all()).hasSize(1);
    }

    @Test
    void delayedAnswerArrivesInTheEnd(Sandbox sandbox) {
        sandbox.faults().add(Fault.delay(Duration.ofMillis(50)));
        long began = System.nanoTime();

        assertThat(new Http(sandbox).get("/dns-zones/").statusCode()).isEqualTo(200);

        assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThanOrEqualTo(Duration.ofMillis(50));
    }

    @ParameterizedTest
    @EnumSource
    void garbageReplacesTheBodyButNotTheStatus(Garbage kind, Sandbox sandbox) {
        sandbox.faults().add(Fault.garbage(kind));

        HttpResponse<String> answer = new Http(sandbox).post("/dns-zones/", BODY);

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.body()).doesNotContain("record_count\":0,\"records\":[]");
        assertThat(sandbox.zones().all()).hasSize(1);
    }

    @Test
    void halfJsonCannotBeParsed(Sandbox sandbox) {
        sandbox.faults().add(Fault.garbage(Garbage.HALF_JSON));

        HttpResponse<String> answer = new Http(sandbox).post("/dns-zones/", BODY);

        assertThatThrownBy(() -> Http.json(answer)).isInstanceOf(JacksonException.class);
    }

    @Test
    void rateLimitLetsSoManyPassAndNamesTheWait(Sandbox sandbox) {
        sandbox.faults().add(Fault.rateLimit(2, Duration.ofMinutes(10)));
        Http http = new Http(sandbox);

        assertThat(http.get("/dns-zones/").statusCode()).isEqualTo(200);
        assertThat(http.get("/dns-zones/").statusCode()).isEqualTo(200);
        HttpResponse<String> refused = http.get("/dns-zones/");

        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(Integer.parseInt(refused.headers().firstValue("Retry-After").orElseThrow()))
                .isBetween(590, 600);
        assertThat(Http.json(refused).get("detail").asString()).startsWith("Request was throttled.");
    }

    @Test
    void shapeOfOneListCanBeChanged(Sandbox sandbox) {
        sandbox.faults().add(Fault.listShape(ListShape.RESULTS, 1).on("GET", "/dns-records/"));
        Http http = new Http(sandbox);

        assertThat(Http.json(http.get("/dns-records/")).isObject()).isTrue();
        assertThat(Http.json(http.get("/dns-zones/")).isArray()).isTrue();
    }

    @Test
    void callsAreNotedWithWhatBecameOfThem(Sandbox sandbox) {
        sandbox.faults().add(Fault.drop().afterCommit().on("POST", "/dns-zones/"));
        sandbox.faults().add(Fault.status(500).on("GET", "/dns-zones/").skip(1));
        Http http = new Http(sandbox);
        assertThatThrownBy(() -> http.trySend(create(http))).isInstanceOf(IOException.class);
        http.get("/dns-zones/?domain=x");
        http.get("/dns-zones/");

        List<Call> calls = sandbox.calls().all();

        assertThat(calls)
                .extracting(Call::method, Call::query, Call::status, Call::carriedOut, Call::note)
                .containsExactly(
                        tuple("POST", "", 0, true, "drop after commit"),
                        tuple("GET", "domain=x", 200, true, ""),
                        tuple("GET", "", 500, false, "status"));
        assertThat(calls.toString()).doesNotContain(sandbox.token());
    }
}
