// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vpsdns.webhook.exchange.Call;
import io.github.vpsdns.webhook.exchange.Endpoint;
import io.github.vpsdns.webhook.exchange.Headers;
import io.github.vpsdns.webhook.exchange.Reply;
import java.net.InetAddress;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class RoutesTest {
    private static final Routes ROUTES = Routes.builder()
            .any("/nic/update", saying("update"))
            .post("/update", saying("challenge"))
            .get("/update", saying("duck"))
            .build();

    private static Endpoint saying(String word) {
        return call -> CompletableFuture.completedStage(Reply.text(200, word));
    }

    private static Reply ask(String method, String path) {
        return ROUTES.answer(new Call(
                        method, path, "", new Headers(Map.of()), new byte[0], InetAddress.getLoopbackAddress(), false))
                .toCompletableFuture()
                .join();
    }

    private static String said(String method, String path) {
        return new String(ask(method, path).body(), UTF_8);
    }

    @Test
    void goesByTheExactPath() {
        assertThat(said("PUT", "/nic/update")).isEqualTo("update");
        assertThat(ask("GET", "/nic/update/").status()).isEqualTo(404);
        assertThat(ask("GET", "/NIC/update").status()).isEqualTo(404);
    }

    @Test
    void goesByTheMethodWhereThatMatters() {
        assertThat(said("POST", "/update")).isEqualTo("challenge");
        assertThat(said("GET", "/update")).isEqualTo("duck");
    }

    @Test
    void namesTheMethodsThatAreTaken() {
        Reply reply = ask("DELETE", "/update");
        assertThat(reply.status()).isEqualTo(405);
        assertThat(reply.headers()).containsEntry("Allow", "GET, POST");
        assertThat(reply.body()).asString(UTF_8).isEqualTo("badagent - this path takes GET, POST\n");
    }

    @Test
    void saysWhereUpdatesGo() {
        assertThat(said("GET", "/")).isEqualTo("badagent - there is nothing at this path; updates go to /nic/update\n");
    }

    @Test
    void knowsItsPaths() {
        assertThat(ROUTES.has("/update")).isTrue();
        assertThat(ROUTES.has("/other")).isFalse();
    }

    @Test
    void refusesTwoEndpointsForOne() {
        Routes.Builder builder = Routes.builder().get("/a", saying("one"));
        assertThatThrownBy(() -> builder.get("/a", saying("two")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("two endpoints for GET /a");
    }
}
