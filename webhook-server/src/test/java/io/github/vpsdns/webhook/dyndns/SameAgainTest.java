// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.dyndns;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpsdns.core.address.AddressKind;
import io.github.vpsdns.core.address.HostPart;
import io.github.vpsdns.webhook.settings.AddressPolicy;
import io.github.vpsdns.webhook.settings.HostGrant;
import io.github.vpsdns.webhook.settings.HostPattern;
import io.github.vpsdns.webhook.settings.User;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Requests that came before, word for word: what was planned for them is remembered, and no longer than it is right. */
class SameAgainTest {
    private static final String QUERY = "hostname=" + Desk.HOME + "&myip=203.0.113.9";

    private final Desk desk = new Desk();

    @Test
    void isAnsweredAsBefore() {
        assertThat(List.of(desk.update(QUERY), desk.update(QUERY), desk.update(QUERY)))
                .containsExactly("good 203.0.113.9\n", "nochg 203.0.113.9\n", "nochg 203.0.113.9\n");
    }

    @Test
    void isOrderedAnewEachTime() {
        desk.update(QUERY);
        desk.update(QUERY);
        assertThat(desk.updates.orders()).hasSize(2);
    }

    @Test
    void isAnotherRequestIfItComesFromAnotherAddress() {
        String silent = "hostname=" + Desk.HOME;
        desk.update(silent);
        assertThat(desk.from("198.51.100.4").update(silent)).isEqualTo("good 198.51.100.4\n");
    }

    @Test
    void isAnotherUsersOwn() {
        String nas = "hostname=" + Desk.NAS + "&myip=203.0.113.9";
        desk.update(nas);
        assertThat(desk.updateAs("single", nas)).isEqualTo("nohost\n");
    }

    @Test
    void isAnotherRequestToTheSameUserWithOtherHosts() {
        desk.update(QUERY);
        User now = new User(
                "router",
                desk.user("router").password(),
                List.of(new HostGrant(HostPattern.of("other.example.com"), HostPart.of("::1"))),
                List.of(),
                List.of(),
                null);
        desk.door.knowing(now, Desk.PASSWORD);
        assertThat(desk.update(QUERY)).isEqualTo("nohost\n");
    }

    @Test
    void isAnotherRequestUnderAnotherPolicy() {
        String inside = "hostname=" + Desk.HOME + "&myip=10.0.0.7";
        desk.update(inside);
        desk.dynDns.reconfigure(new AddressPolicy(false, Set.of(AddressKind.PRIVATE)));
        assertThat(desk.update(inside)).isEqualTo("good 10.0.0.7\n");
    }

    @Test
    void isATestAgainIfItWasOne() {
        String test = QUERY + "&test=yes";
        desk.update(test);
        assertThat(desk.get(test, "Authorization", Desk.basic("router", Desk.PASSWORD))
                        .headers())
                .containsKey("X-VpsDNS-Test");
    }

    @Test
    void isNoTestIfOnlyTheFormerOneWas() {
        desk.update(QUERY + "&test=yes");
        desk.update(QUERY);
        assertThat(desk.updates.records(Desk.HOME)).containsExactly("203.0.113.9");
    }

    @Test
    void isRefusedWithAReasonEachTime() {
        String refused = "hostname=" + Desk.HOME + "&myip=nonsense";
        desk.update(refused);
        desk.update(refused);
        assertThat(desk.refused()).hasSize(2);
    }

    @Test
    void isToldApartFromOneWhoseSecondUrlWasCutOff() {
        desk.update(QUERY);
        desk.update(QUERY + "%20http://example.com/");
        assertThat(desk.refused()).hasSize(1);
    }
}
