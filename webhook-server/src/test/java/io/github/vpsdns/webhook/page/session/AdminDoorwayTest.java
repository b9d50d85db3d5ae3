// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.page.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpsdns.core.address.Family;
import io.github.vpsdns.core.testing.ManualTime;
import io.github.vpsdns.webhook.auth.SignIn;
import io.github.vpsdns.webhook.exchange.Call;
import io.github.vpsdns.webhook.exchange.Endpoint;
import io.github.vpsdns.webhook.exchange.Headers;
import io.github.vpsdns.webhook.exchange.Reply;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class AdminDoorwayTest {
    private final AtomicInteger asked = new AtomicInteger();
    private String hash = "hash";
    private SignIn wrong = new SignIn.Refused();
    private final AdminDoorway doorway = new AdminDoorway(
            (password, client) -> {
                asked.incrementAndGet();
                return CompletableFuture.completedFuture(password.equals("right:ö") ? new SignIn.Welcome() : wrong);
            },
            () -> hash,
            new ManualTime());
    private final Endpoint metrics =
            doorway.guarding(call -> CompletableFuture.completedFuture(Reply.text(200, "metrics")));

    @Test
    void asksProgramsForThePassword() {
        Reply reply = answer(Map.of());

        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.headers().get("WWW-Authenticate")).startsWith("Basic realm=");
    }

    @Test
    void countsNoTryWithoutAPassword() {
        answer(Map.of());
        answer(Map.of("Authorization", List.of("Bearer right")));

        assertThat(asked).hasValue(0);
    }

    @Test
    void letsProgramsInWithThePassword() {
        assertThat(answer(basic("prometheus:right:ö")).status()).isEqualTo(200);
    }

    @Test
    void letsNobodyInWithAnother() {
        assertThat(answer(basic("prometheus:left")).status()).isEqualTo(401);
    }

    @Test
    void takesWhatIsNoBase64ForNoPassword() {
        assertThat(answer(Map.of("Authorization", List.of("Basic ???"))).status())
                .isEqualTo(401);
        assertThat(asked).hasValue(0);
    }

    @Test
    void tellsProgramsToComeLater() {
        wrong = new SignIn.Busy();

        assertThat(answer(basic("prometheus:left")).status()).isEqualTo(429);
    }

    @Test
    void letsPeopleInWithTheirSession() {
        String cookie = doorway.begin(call(Map.of())).replaceAll(";.*", "");

        assertThat(answer(Map.of("Cookie", List.of("other=1; " + cookie))).status())
                .isEqualTo(200);
        assertThat(asked).hasValue(0);
    }

    @Test
    void endsSessionsWhenThePasswordChanges() {
        String cookie = doorway.begin(call(Map.of())).replaceAll(";.*", "");
        hash = "another";

        assertThat(answer(Map.of("Cookie", List.of(cookie))).status()).isEqualTo(401);
    }

    private Reply answer(Map<String, List<String>> headers) {
        return metrics.answer(call(headers)).toCompletableFuture().join();
    }

    private static Map<String, List<String>> basic(String pair) {
        byte[] bytes = pair.getBytes(StandardCharsets.UTF_8);
        return Map.of("Authorization", List.of("Basic " + Base64.getEncoder().encodeToString(bytes)));
    }

    private static Call call(Map<String, List<String>> headers) {
        return new Call(
                "GET", "/metrics", "", new Headers(headers), new byte[0], Family.IPV4.parse("192.0.2.1"), false);
    }
}
