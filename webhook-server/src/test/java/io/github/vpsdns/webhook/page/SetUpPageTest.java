// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpsdns.core.address.HostPart;
import io.github.vpsdns.webhook.exchange.Query;
import io.github.vpsdns.webhook.settings.HostGrant;
import io.github.vpsdns.webhook.settings.HostPattern;
import io.github.vpsdns.webhook.settings.User;
import io.github.vpsdns.webhook.settings.WebhookSettings;
import java.util.List;
import org.junit.jupiter.api.Test;

class SetUpPageTest {
    private static final User FRITZBOX =
            Samples.user("fritzbox", "home.example.com *.dyn.example.com", "home.example.com");
    private static final User CAMERA = Samples.user("camera", "cam.example.com home.example.com");

    @Test
    void offersTheHostsThatSomebodyMayUpdate() {
        assertThat(page("")).contains("<option value=\"home.example.com\">", "<option value=\"cam.example.com\">");
    }

    @Test
    void findsTheUserWhoMay() {
        assertThat(page("host=cam.example.com&client=fritzbox")).contains(">camera</code>");
    }

    @Test
    void takesTheChosenUser() {
        assertThat(page("host=home.example.com&client=fritzbox&user=camera")).contains(">camera</code>");
    }

    @Test
    void takesNamesBelowAPattern() {
        assertThat(page("host=Any.Dyn.Example.com.&client=unifi")).contains("UniFi for any.dyn.example.com");
    }

    @Test
    void saysThatTheChosenUserMayNot() {
        assertThat(page("host=cam.example.com&client=fritzbox&user=fritzbox"))
                .contains("The user fritzbox may not update cam.example.com.");
    }

    @Test
    void saysThatThereIsNoSuchUser() {
        assertThat(page("host=cam.example.com&client=fritzbox&user=nobody")).contains("There is no user nobody.");
    }

    @Test
    void wantsAChallengeScopeForCertificates() {
        assertThat(page("host=cam.example.com&client=lego"))
                .contains("No user may prove cam.example.com to a CA. Add it under &#39;challenges&#39;");
        assertThat(page("host=www.home.example.com&client=lego")).contains("lego for www.home.example.com");
    }

    @Test
    void showsWhatWasTypedAsText() {
        assertThat(page("host=%22%3E%3Cscript%3E&client=curl"))
                .contains("value=\"&quot;&gt;&lt;script&gt;\"")
                .doesNotContain("<script");
    }

    @Test
    void asksAgainForAHostThatIsNone() {
        assertThat(page("host=a..b&client=curl")).contains("role=\"alert\"").contains("aria-invalid=\"true\"");
    }

    @Test
    void tellsThePrefixWhereTheHostHasAPartOfItsOwn() {
        HostGrant grant = new HostGrant(HostPattern.of("nas.example.com"), HostPart.of("::1:2:3:4"));
        User user = new User("fritzbox", Samples.PASSWORD, List.of(grant), List.of(), List.of(), null);

        assertThat(page("host=nas.example.com&client=fritzbox", Samples.settings("https://dyn.example.com", user)))
                .contains("&amp;myipv6=&lt;ip6lanprefix&gt;</code>");
    }

    @Test
    void saysWhereTheServersNameGoes() {
        assertThat(page("host=home.example.com&client=curl", Samples.settings(null, FRITZBOX)))
                .contains("http://SERVER.example.com:8245/nic/update")
                .contains("This server does not know its own name.")
                .contains("The password crosses the network readable");
    }

    @Test
    void takesAnUnusablePublicUrlForNone() {
        assertThat(page("host=home.example.com&client=curl", Samples.settings("dyn.example.com", FRITZBOX)))
                .contains("http://SERVER.example.com:8245/nic/update");
    }

    private static String page(String query) {
        return page(query, Samples.settings("https://dyn.example.com", FRITZBOX, CAMERA));
    }

    private static String page(String query, WebhookSettings settings) {
        return SetUpPage.of(Samples.view(Samples.status(), settings), Query.parse(query))
                .main()
                .toString();
    }
}
