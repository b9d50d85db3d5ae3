// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.page;

import static io.github.vpsdns.webhook.page.Samples.settings;
import static io.github.vpsdns.webhook.page.Samples.status;
import static io.github.vpsdns.webhook.page.Samples.stuck;
import static io.github.vpsdns.webhook.page.Samples.user;
import static io.github.vpsdns.webhook.page.Samples.waiting;
import static io.github.vpsdns.webhook.page.Samples.well;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpsdns.webhook.report.WebhookStatus;
import io.github.vpsdns.webhook.report.WebhookStatus.ApiState;
import io.github.vpsdns.webhook.settings.WebhookSettings;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class OverviewPageTest {
    private static final String SECURE = "https://dyn.example.com";

    @Test
    void showsAddressesOfBothFamiliesInOneRow() {
        String page = page(status(
                well("home.example.com", Duration.ofMinutes(3), "203.0.113.7"),
                well("home.example.com", Duration.ofMinutes(3), "2001:db8::7")));

        assertThat(page)
                .containsOnlyOnce("/hosts/home.example.com")
                .contains("203.0.113.7")
                .contains("2001:<wbr>db8::<wbr>7");
    }

    @Test
    void saysWhenByWhomAndFromWhere() {
        String page = page(status(well("home.example.com", Duration.ofMinutes(3), "203.0.113.7")));

        assertThat(page)
                .contains(
                        "<time datetime=\"2025-12-31T23:57:00Z\" title=\"31 Dec 2025, 23:57:00 UTC\">3 minutes ago</time>")
                .contains("by fritzbox from ");
    }

    @Test
    void saysThatAllIsWell() {
        assertThat(page(status(well("home.example.com", Duration.ofDays(1), "203.0.113.7"))))
                .contains("Everything is up to date.");
    }

    @Test
    void showsWhatIsWantedBesideWhatIs() {
        String page = page(status(waiting("nas.example.com", "203.0.113.7", "198.51.100.9")));

        assertThat(page)
                .contains("1 host waits to be written.")
                .containsSubsequence("203.0.113.7", "wanted: ", "198.51.100.9", ">Waiting<");
    }

    @Test
    void saysWhyAHostIsNotWritten() {
        String page = page(status(stuck("cam.example.com", "203.0.113.7", "A CNAME <is> in the way.")));

        assertThat(page)
                .contains("1 host has a problem.")
                .contains("IPv4: A CNAME &lt;is&gt; in the way.")
                .contains("href=\"/trouble\">See what is wrong");
    }

    @Test
    void listsHostsThatNobodyHasUpdatedYet() {
        String page = OverviewPage.of(
                        Samples.view(status(), settings(SECURE, user("fritzbox", "new.example.com *.dyn.example.com"))))
                .main()
                .toString();

        assertThat(page)
                .contains("new.example.com")
                .contains("Never updated")
                .contains("/set-up?host=new.example.com")
                .doesNotContain("dyn.example.com\"");
    }

    @Test
    void tellsHowTheApiStands() {
        WebhookStatus away = status(
                new ApiState("The API cannot be reached.", Samples.NOW.plusSeconds(90)),
                List.of(),
                well("home.example.com", Duration.ofDays(1), "203.0.113.7"));

        assertThat(page(away))
                .contains("The API cannot be reached. Tried again ")
                .contains(">in 90 seconds</time>");
    }

    @Test
    void warnsOfPlainHttp() {
        assertThat(page(status(), settings(null))).contains("passwords cross the network readable");
    }

    @Test
    void warnsOfNothingBehindAProxyWithTls() {
        assertThat(page(status(), settings(SECURE))).doesNotContain("passwords cross the network readable");
    }

    private static String page(WebhookStatus status) {
        return page(status, settings(SECURE));
    }

    private static String page(WebhookStatus status, WebhookSettings settings) {
        return OverviewPage.of(Samples.view(status, settings)).main().toString();
    }
}
