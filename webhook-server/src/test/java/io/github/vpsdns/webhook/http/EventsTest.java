// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.vpsdns.webhook.exchange.Reply;
import io.github.vpsdns.webhook.report.WebhookEvent.Answered;
import io.github.vpsdns.webhook.report.WebhookEvent.BadRequest;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventsTest {
    private final TestServer server = TestServer.of(Routes.builder()
            .get(
                    "/nic/update",
                    call -> CompletableFuture.completedStage(
                            Reply.text(200, "nochg\n").to("fritz")))
            .build());

    @AfterEach
    void stop() {
        server.close();
    }

    private Answered answered() {
        await().until(() -> server.events(Answered.class).size() == 1);
        return server.events(Answered.class).get(0);
    }

    private String bad() {
        await().until(() -> server.events(BadRequest.class).size() == 1);
        return server.events(BadRequest.class).get(0).reason();
    }

    @Test
    void tellsWhoWasAnsweredWhat() {
        server.exchange("GET /nic/update?password=secret HTTP/1.0\r\n\r\n");
        Answered told = answered();
        assertThat(told.path()).isEqualTo("/nic/update");
        assertThat(told.user()).isEqualTo("fritz");
        assertThat(told.method()).isEqualTo("GET");
        assertThat(told.status()).isEqualTo(200);
        assertThat(told.secure()).isFalse();
        assertThat(told.client().isLoopbackAddress()).isTrue();
        assertThat(told.nanos()).isBetween(1L, 60_000_000_000L);
    }

    @Test
    void leavesOutPathsThatClientsMakeUp() {
        server.exchange("GET /made-up HTTP/1.0\r\n\r\n");
        assertThat(answered().path()).isNull();
    }

    @Test
    void leavesOutMethodsThatClientsMakeUp() {
        server.exchange("FROB / HTTP/1.0\r\n\r\n");
        assertThat(answered().method()).isEqualTo("other");
    }

    @Test
    void countsWhatIsNoHttpAsAnsweredToo() {
        server.exchange("GET / HTTP/1.1\r\n\r\n");
        assertThat(answered().status()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET /nic/update?pass=geheim wort&x=y HTTP/1.1 | a FRITZ!Box puts passwords into the URL as they are",
                "GET http://x/nic/update?pass=geheim#wort&x=y HTTP/1.0 | a FRITZ!Box puts passwords into the URL as they are",
                "GET geheim.example.com HTTP/1.0 | also in the server field of a UniFi gateway",
                "GET /nic/geheim%zz HTTP/1.0 | expected a plain one such as /nic/update",
                "GET /geheim HTTP/1.1 | the Host field is missing",
                "GET /geheim HTTP/3.0 | the request line names no HTTP version, or another than 1.0 and 1.1",
                "GET /geheim | the request line names no HTTP version",
                "geheim | the bytes are no HTTP request",
            })
    void tellsWhatIsWrongWithARequestAndNothingOfItsContent(String line, String expected) {
        server.exchange(line + "\r\n\r\n");
        assertThat(bad()).contains(expected).doesNotContain("geheim").doesNotContain("wort");
    }

    @Test
    void tellsOfTlsWhereThereIsNone() {
        server.exchange("\u0016\u0003\u0001\u0000\u0010\u0001\r\n\r\n");
        assertThat(bad()).contains("the client speaks TLS where only plain HTTP is spoken");
    }
}
