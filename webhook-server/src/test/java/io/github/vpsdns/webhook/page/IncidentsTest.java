// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpsdns.core.address.Family;
import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.core.testing.ManualTime;
import io.github.vpsdns.webhook.page.Incident.Kind;
import io.github.vpsdns.webhook.report.WebhookEvent;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class IncidentsTest {
    private final ManualTime time = new ManualTime();
    private final Incidents incidents = new Incidents(time);

    static Stream<WebhookEvent> ours() {
        var key = Samples.key("home.example.com", Family.IPV4);
        var none = Samples.addresses();
        return Stream.of(
                new WebhookEvent.Delayed(key, "reason", Samples.NOW),
                new WebhookEvent.GivenUp(key, "reason"),
                new WebhookEvent.Drifted(key, none, none, true),
                new WebhookEvent.ApiClosed("problem", null),
                new WebhookEvent.ChallengeFailed(DomainName.of("a.example.com"), "user", "reason"),
                new WebhookEvent.StoreFailed("problem"),
                new WebhookEvent.CertificateFailed("reason"));
    }

    static Stream<WebhookEvent> theirs() {
        var client = Samples.address("192.0.2.1");
        return Stream.of(
                new WebhookEvent.Denied(null, client, "wrong password"),
                new WebhookEvent.LockedOut("192.0.2.1", Samples.NOW),
                new WebhookEvent.Refused("user", client, "not theirs"),
                new WebhookEvent.BadRequest(client, "reason"));
    }

    static Stream<WebhookEvent> neither() {
        return Stream.of(
                new WebhookEvent.ApiOpened(),
                new WebhookEvent.StoreWell(),
                new WebhookEvent.CertificateShown(Samples.NOW),
                new WebhookEvent.Answered(Samples.address("192.0.2.1"), "GET", "/", null, false, 200, 1));
    }

    @ParameterizedTest
    @MethodSource("ours")
    void remembersWhatTheServerSuffers(WebhookEvent event) {
        incidents.onEvent(event);

        assertThat(incidents.of(Kind.OURS)).hasSize(1);
        assertThat(incidents.of(Kind.THEIRS)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("theirs")
    void remembersWhoWasTurnedAway(WebhookEvent event) {
        incidents.onEvent(event);

        assertThat(incidents.of(Kind.OURS)).isEmpty();
        assertThat(incidents.of(Kind.THEIRS)).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("neither")
    void forgetsWhatIsNoTrouble(WebhookEvent event) {
        incidents.onEvent(event);

        assertThat(incidents.of(Kind.OURS)).isEmpty();
        assertThat(incidents.of(Kind.THEIRS)).isEmpty();
    }

    @Test
    void countsWhatHappensAgain() {
        incidents.onEvent(new WebhookEvent.StoreFailed("full disk"));
        time.advance(Duration.ofMinutes(1));
        incidents.onEvent(new WebhookEvent.StoreFailed("full disk"));

        assertThat(incidents.of(Kind.OURS))
                .containsExactly(new Incident(
                        Kind.OURS, "The database failed: full disk", Samples.NOW, Samples.NOW.plusSeconds(60), 2));
    }

    @Test
    void keepsTheFiftyNewestFirst() {
        for (int i = 0; i < 80; i++) {
            incidents.onEvent(new WebhookEvent.LockedOut("user" + i, Samples.NOW));
        }

        assertThat(incidents.of(Kind.THEIRS))
                .hasSize(50)
                .first()
                .extracting(Incident::what)
                .isEqualTo("user79 was locked out.");
    }

    @Test
    void letsStrangersPushNothingOut() {
        incidents.onEvent(new WebhookEvent.StoreFailed("full disk"));
        for (int i = 0; i < 80; i++) {
            incidents.onEvent(new WebhookEvent.LockedOut("user" + i, Samples.NOW));
        }

        assertThat(incidents.of(Kind.OURS)).hasSize(1);
    }

    @Test
    void cutsLongTexts() {
        incidents.onEvent(new WebhookEvent.StoreFailed("x".repeat(5000)));

        assertThat(incidents.of(Kind.OURS).get(0).what()).hasSizeLessThan(310).endsWith("…");
    }
}
