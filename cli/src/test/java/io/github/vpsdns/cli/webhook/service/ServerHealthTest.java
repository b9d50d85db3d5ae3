// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.webhook.service;

import static io.github.vpsdns.cli.webhook.service.Samples.LATER;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpsdns.cli.webhook.service.Samples.State;
import io.github.vpsdns.core.testing.ManualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ServerHealthTest {
    private final ManualTime time = new ManualTime();
    private final ServerHealth health = new ServerHealth(time);
    private final Instant now = time.now();

    @Test
    void aServerThatWaitsForRequestsIsWell() {
        assertThat(texts(new State().host(null))).isEmpty();
    }

    @Test
    void anApiThatIsAwayIsNoMatterUntilUpdatesWait() {
        State away = new State().api("no answer", LATER);

        assertThat(texts(away)).isEmpty();
        assertThat(texts(away.waits(2, now.minus(Duration.ofMinutes(16)))))
                .containsExactly(
                        "the API is not called: no answer",
                        "2 updates wait, the oldest since " + Told.time(now.minus(Duration.ofMinutes(16))));
    }

    @Test
    void aRefusedTokenIsAMatterAtOnce() {
        assertThat(texts(new State().api("401", null))).containsExactly("the API is not called: 401");
    }

    @Test
    void anUpdateMayWaitForAMoment() {
        assertThat(texts(new State().waits(1, now.minus(Duration.ofMinutes(14)))))
                .isEmpty();
    }

    @Test
    void whatWasGivenUpNeedsSomebody() {
        assertThat(texts(new State().host("there is no zone for it")))
                .containsExactly("home.example.com IPv4: not written: there is no zone for it");
    }

    @Test
    void aDatabaseThatCannotBeUsedIsAMatterAtOnce() {
        assertThat(texts(new State().store("disk full"))).containsExactly("the database cannot be used: disk full");
    }

    @Test
    void aCertificateIsAMatterWhenItsEndIsNear() {
        Instant far = now.plus(Duration.ofDays(30));
        Instant near = now.plus(Duration.ofDays(4));

        assertThat(texts(new State().certificate(far, "the CA is away"))).isEmpty();
        assertThat(texts(new State().certificate(near, "the CA is away")))
                .containsExactly("the certificate ends " + Told.time(near) + ": the CA is away");
        assertThat(texts(new State().certificate(null, "refused"))).containsExactly("there is no certificate: refused");
    }

    private List<String> texts(State state) {
        return health.problems(state.status()).stream().map(Problem::text).toList();
    }
}
