// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.ddns.source.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vpsdns.core.address.Family;
import io.github.vpsdns.ddns.source.SourceException;
import io.github.vpsdns.ddns.source.SourceSpec;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebSourceTest {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final MockWebServer server = new MockWebServer();

    @BeforeEach
    void start() throws IOException {
        server.start(Family.IPV4.parse("127.0.0.1"), 0);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void readsTheAddress() {
        answer(200, "192.0.2.1\n");

        assertThat(read(Family.IPV4)).containsExactly(Family.IPV4.parse("192.0.2.1"));
    }

    @Test
    void asksForWhatTheUrlSaysAndTellsWhoAsks() throws InterruptedException {
        answer(200, "192.0.2.1\n");

        source("/ip?key=k").read(Family.IPV4, LIMIT);

        RecordedRequest request = server.takeRequest();
        assertThat(request.getRequestLine()).isEqualTo("GET /ip?key=k HTTP/1.1");
        assertThat(request.getHeaders().get("User-Agent")).startsWith("vpsdns/");
        assertThat(request.getHeaders().get("Accept-Encoding")).isEqualTo("identity");
    }

    @Test
    void keepsNeitherCookiesNorAnswers() throws InterruptedException {
        server.enqueue(new MockResponse.Builder()
                .body("192.0.2.1")
                .addHeader("Set-Cookie", "id=1")
                .addHeader("Cache-Control", "max-age=3600")
                .build());
        answer(200, "192.0.2.2");
        WebSource source = source("/");

        source.read(Family.IPV4, LIMIT);
        assertThat(source.read(Family.IPV4, LIMIT)).containsExactly(Family.IPV4.parse("192.0.2.2"));

        server.takeRequest();
        assertThat(server.takeRequest().getHeaders().get("Cookie")).isNull();
    }

    @ParameterizedTest
    @ValueSource(ints = {201, 204, 304, 400, 401, 404, 407, 408, 421, 429, 500, 502, 503})
    void believesNothingBut200AndAsksOnlyOnce(int status) {
        server.enqueue(new MockResponse.Builder()
                .code(status)
                .body(status == 204 || status == 304 ? "" : "192.0.2.1")
                .addHeader("Retry-After", "0")
                .build());
        answer(200, "192.0.2.1");

        assertFailure("answered " + status);
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void followsNoRedirectButTellsWhereItLeads(int status) {
        server.enqueue(new MockResponse.Builder()
                .code(status)
                .body("192.0.2.1")
                .addHeader("Location", "https://login.example/portal?back=secret")
                .build());
        answer(200, "192.0.2.1");

        assertFailure("answered " + status + ", a redirect to https://login.example, and is not followed there");
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void aRedirectToNowhereIsAFailureLikeAnyOther() {
        server.enqueue(new MockResponse.Builder()
                .code(302)
                .addHeader("Location", "javascript:alert(1)")
                .build());

        assertFailure("answered 302");
    }

    @Test
    void aPageOfHtmlIsNeverAnAddress() {
        answer(200, "<html><body>Your address is <b>192.0.2.1</b></body></html>");

        assertFailure("told '<html><body>Your address is <b>192.0.2.1'..., which is no address");
    }

    @Test
    void anAddressOfTheOtherFamilyIsAFailure() {
        answer(200, "2001:db8::1");

        assertFailure("told the IPv6 address 2001:db8::1 where IPv4 was asked for");
    }

    @Test
    void readsNoMoreThan4Kibibytes() {
        answer(200, "192.0.2.1" + " ".repeat(4087));
        answer(200, "192.0.2.1" + " ".repeat(4088));

        assertThat(read(Family.IPV4)).hasSize(1);
        assertFailure("answered with more than 4096 bytes");
    }

    @Test
    void readsNoMoreOfChunksWithoutEnd() {
        server.enqueue(new MockResponse.Builder()
                .chunkedBody("192.0.2.1\n" + "\n".repeat(5_000_000), 100)
                .build());

        assertFailure("answered with more than 4096 bytes");
    }

    @Test
    void anIpv4HostIsNotAskedOverIpv6() {
        assertThatThrownBy(() -> read(Family.IPV6))
                .isInstanceOf(SourceException.class)
                .hasMessage(origin() + "/ cannot be asked over IPv6: its host is an IPv4 address");
        assertThat(server.getRequestCount()).isZero();
    }

    @Test
    void messagesDoNotHoldTheQuery() {
        answer(500, "");

        assertThatThrownBy(() -> source("/ip?key=s3cret").read(Family.IPV4, LIMIT))
                .hasMessage(origin() + "/ip answered 500");
    }

    private void answer(int status, String body) {
        server.enqueue(new MockResponse.Builder().code(status).body(body).build());
    }

    private void assertFailure(String what) {
        assertThatThrownBy(() -> read(Family.IPV4))
                .isInstanceOf(SourceException.class)
                .hasMessage(origin() + "/ " + what);
    }

    private List<InetAddress> read(Family family) {
        return source("/").read(family, LIMIT);
    }

    private String origin() {
        return "http://127.0.0.1:" + server.getPort();
    }

    private WebSource source(String path) {
        return new WebSource((SourceSpec.Web) SourceSpec.of(origin() + path));
    }
}
