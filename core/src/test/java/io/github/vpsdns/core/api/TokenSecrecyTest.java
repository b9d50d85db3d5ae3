// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.api;

import static io.github.vpsdns.core.api.ApiFixture.CHALLENGE;
import static io.github.vpsdns.core.api.ApiFixture.RECORD;
import static io.github.vpsdns.core.api.ApiFixture.TOKEN;
import static io.github.vpsdns.core.api.ApiFixture.ZONE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.vpsdns.core.VpsDnsException;
import io.github.vpsdns.core.error.ApiException;
import io.github.vpsdns.core.error.ProtocolException;
import io.github.vpsdns.core.testing.ManualTime;
import io.github.vpsdns.core.testing.secrecy.TestLog;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.junit5.StartStop;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The server of these tests quotes the token wherever it can. */
class TokenSecrecyTest {
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

    static Stream<MockResponse> indiscretions() {
        return Stream.of(
                answer(400, "application/json", "{\"detail\": \"bad token " + TOKEN + "\"}"),
                answer(401, "application/json", "{\"" + TOKEN + "\": [\"" + TOKEN + "\"]}"),
                answer(403, "text/html", "<p>" + TOKEN),
                answer(500, TOKEN, TOKEN),
                answer(200, "text/html", "<p>" + TOKEN),
                answer(200, "application/json", TOKEN),
                answer(200, "application/json", "[{\"uuid\": \"" + TOKEN + "\""),
                answer(200, "application/json", "{\"uuid\": \"" + TOKEN + " \", \"record_type\": \"A\"}"),
                answer(200, "application/json", "{\"uuid\": \"1\", \"record_type\": \"" + TOKEN + "\"}"),
                answer(302, "text/html", "")
                        .newBuilder()
                        .setHeader("Location", "https://x.example/?t=" + TOKEN)
                        .build());
    }

    @ParameterizedTest
    @MethodSource("indiscretions")
    void noExceptionShowsTheToken(MockResponse answer) {
        server.enqueue(answer);

        VpsDnsException e = catchThrowableOfType(VpsDnsException.class, () -> client.record(RECORD));

        assertThat(shown(e)).doesNotContain(TOKEN);
    }

    @Test
    void noExceptionOfAListShowsTheToken() {
        server.enqueue(
                answer(200, "application/json", "{\"results\": [{\"uuid\": \"1\", \"domain\": \"" + TOKEN + "\"}]"));

        VpsDnsException e =
                catchThrowableOfType(VpsDnsException.class, () -> client.zones().toList());

        assertThat(shown(e)).doesNotContain(TOKEN);
    }

    @Test
    void noObjectShowsTheToken() {
        assertThat(ApiToken.of(TOKEN) + " " + client + " " + new LocatedToken(ApiToken.of(TOKEN), "file x"))
                .doesNotContain(TOKEN);
    }

    @Test
    void noLogShowsTheToken() throws Exception {
        server.enqueue(answer(429, "application/json", "{\"detail\": \"" + TOKEN + "\"}"));
        server.enqueue(answer(201, "application/json", "{\"uuid\": \"" + TOKEN + "\"}"));
        for (int look = 0; look < 3; look++) {
            server.enqueue(answer(200, "application/json", "[]"));
        }

        assertThatThrownBy(() -> client.createRecord(ZONE, CHALLENGE)).isInstanceOf(ProtocolException.class);

        assertThat(Files.readString(TestLog.path()))
                .contains("retry what=", "answer of a write not understood")
                .doesNotContain(TOKEN);
    }

    private static MockResponse answer(int status, String type, String body) {
        return new MockResponse.Builder()
                .code(status)
                .setHeader("Content-Type", type)
                .body(body)
                .build();
    }

    private static String shown(VpsDnsException e) {
        StringWriter all = new StringWriter();
        e.printStackTrace(new PrintWriter(all, true));
        if (e instanceof ApiException api) {
            all.append(api.problem().toString());
        }
        if (e instanceof ProtocolException protocol) {
            all.append(protocol.body());
        }
        return all.toString();
    }
}
