// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.dyndns;

import static io.github.vpsdns.webhook.dyndns.Desk.HOME;
import static io.github.vpsdns.webhook.dyndns.Desk.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpsdns.webhook.auth.Admission;
import io.github.vpsdns.webhook.exchange.Reply;
import io.github.vpsdns.webhook.update.HostOutcome;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every client's request, and every byte of the answer. */
class ClientBytesTest {
    private final Desk desk = new Desk();

    private String answer(String request) {
        Reply reply = Desk.answer(desk.dynDns, RawRequest.call(request, desk.source()));
        return reply.status() + " " + Desk.text(reply);
    }

    private static String failure(ClientBytes client, int status, String word) {
        boolean inadynComesAgain = client.isInadyn() && ClientRule.PASSES.contains(word);
        return (client.readsStatus() ? status : inadynComesAgain ? 503 : 200) + " " + word + "\n";
    }

    @ParameterizedTest
    @EnumSource
    void isToldOfAChange(ClientBytes client) {
        assertThat(answer(client.request(HOME, PASSWORD))).isEqualTo("200 good " + client.addresses() + "\n");
    }

    @ParameterizedTest
    @EnumSource
    void isToldThatNothingChanged(ClientBytes client) {
        answer(client.request(HOME, PASSWORD));
        assertThat(answer(client.request(HOME, PASSWORD))).isEqualTo("200 nochg " + client.addresses() + "\n");
    }

    @ParameterizedTest
    @EnumSource
    void isToldOfAWrongPassword(ClientBytes client) {
        assertThat(answer(client.request(HOME, "wrong"))).isEqualTo("401 badauth\n");
    }

    @ParameterizedTest
    @EnumSource
    void isAskedForAPassword(ClientBytes client) {
        assertThat(answer(client.requestWithoutCredentials(HOME))).isEqualTo("401 badauth\n");
        assertThat(desk.door.tries()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void isToldOfAHostThatIsNotTheUsers(ClientBytes client) {
        assertThat(answer(client.request("other.example.org", PASSWORD))).isEqualTo(failure(client, 404, "nohost"));
    }

    @ParameterizedTest
    @EnumSource
    void isToldOfAnOutage(ClientBytes client) {
        desk.updates.outcome(HOME, new HostOutcome.Later(true));
        assertThat(answer(client.request(HOME, PASSWORD))).isEqualTo(failure(client, 503, "911"));
    }

    @ParameterizedTest
    @EnumSource
    void isToldOfALockout(ClientBytes client) {
        desk.door.answer(new Admission.LockedOut(Instant.EPOCH));
        assertThat(answer(client.request(HOME, PASSWORD))).isEqualTo(failure(client, 429, "abuse"));
    }

    @ParameterizedTest
    @EnumSource
    void isToldOfWhatCannotBeWritten(ClientBytes client) {
        desk.updates.outcome(HOME, new HostOutcome.Impossible("a CNAME is in the way"));
        assertThat(answer(client.request(HOME, PASSWORD))).isEqualTo(failure(client, 422, "dnserr"));
    }

    @Test
    void ddclientIsToldOfEachHostInItsOwnLine() {
        String hosts = "home.example.com,other.example.org,a.dyn.example.com";
        assertThat(answer(ClientBytes.DDCLIENT.request(hosts, PASSWORD)))
                .isEqualTo("200 good 198.51.100.1,2001:db8::1\nnohost\ngood 198.51.100.1,2001:db8::1\n");
    }

    @Test
    void opnsenseIsToldOfTheWorstOfItsHosts() {
        assertThat(answer(ClientBytes.OPNSENSE.request("home.example.com%2Cother.example.org", PASSWORD)))
                .isEqualTo("404 good 198.51.100.1\nnohost\n");
    }

    @Test
    void unifiWithoutAHostIsToldSo() {
        assertThat(answer(ClientBytes.UNIFI_AND_INADYN_CUSTOM.request("", PASSWORD)))
                .isEqualTo("200 notfqdn\n");
    }

    @Test
    void synologysPasswordMayHoldAPlus() {
        desk.door.tries().clear();
        answer(ClientBytes.SYNOLOGY.request(HOME, "a+b"));
        assertThat(desk.door.tries().get(0))
                .extracting(credentials -> credentials.password())
                .containsExactlyInAnyOrder("a b", "a+b");
    }
}
