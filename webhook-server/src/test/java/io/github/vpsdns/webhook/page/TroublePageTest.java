// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpsdns.core.testing.ManualTime;
import io.github.vpsdns.webhook.report.WebhookEvent;
import io.github.vpsdns.webhook.report.WebhookStatus;
import io.github.vpsdns.webhook.report.WebhookStatus.ApiState;
import io.github.vpsdns.webhook.report.WebhookStatus.Lockout;
import io.github.vpsdns.webhook.settings.User;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class TroublePageTest {
    private final Incidents incidents = new Incidents(new ManualTime());

    @Test
    void saysThatThereIsNone() {
        assertThat(page(Samples.status()))
                .contains("All updates are written.", "Nobody.", "Nothing since the server was started.");
    }

    @Test
    void saysHowLongALockOutLasts() {
        Lockout lockout = new Lockout("fritzbox", 12, Samples.NOW.plus(Duration.ofMinutes(9)));

        assertThat(page(Samples.status(new ApiState(null, null), List.of(lockout))))
                .containsSubsequence("fritzbox", "12", "in 9 minutes", "1 Jan 2026, 00:09:00 UTC");
    }

    @Test
    void saysWhyAnUpdateIsNotWritten() {
        assertThat(page(Samples.status(Samples.stuck("cam.example.com", "203.0.113.7", "No zone has it."))))
                .containsSubsequence("/hosts/cam.example.com", "203.0.113.7", "2 hours ago", "No zone has it.");
    }

    @Test
    void showsStrangersWordsAsWords() {
        incidents.onEvent(
                new WebhookEvent.Refused("<b>", Samples.address("192.0.2.1"), "<img src=x onerror=alert(1)>"));

        assertThat(page(Samples.status())).contains("&lt;img src=x").doesNotContain("<img", "<b>");
    }

    @Test
    void namesUsersWhoseTimeIsOver() {
        User user = new User("guest", Samples.PASSWORD, List.of(), List.of(), List.of(), Samples.NOW.minusSeconds(1));

        assertThat(TroublePage.of(
                                Samples.view(Samples.status(), Samples.settings("https://dyn.example.com", user)),
                                incidents)
                        .main()
                        .toString())
                .contains("The time of these users is over: guest.");
    }

    @Test
    void saysThatTheCertificateEndsSoon() {
        WebhookStatus ending = new WebhookStatus(
                Samples.NOW,
                List.of(),
                new ApiState(null, null),
                0,
                null,
                List.of(),
                0,
                null,
                Samples.NOW.plus(Duration.ofDays(3)),
                "The CA refused.");

        assertThat(page(ending))
                .contains("<div class=\"bad\"><dt>Certificate</dt>")
                .contains("in 3 days</time>. The CA refused.");
    }

    private String page(WebhookStatus status) {
        return TroublePage.of(Samples.view(status, Samples.settings("https://dyn.example.com")), incidents)
                .main()
                .toString();
    }
}
