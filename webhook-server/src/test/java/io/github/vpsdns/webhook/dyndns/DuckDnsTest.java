// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.dyndns;

import static io.github.vpsdns.webhook.dyndns.Desk.HOME;
import static io.github.vpsdns.webhook.dyndns.Desk.NAS;
import static io.github.vpsdns.webhook.dyndns.Desk.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpsdns.core.address.AddressKind;
import io.github.vpsdns.webhook.auth.Admission;
import io.github.vpsdns.webhook.exchange.Reply;
import io.github.vpsdns.webhook.settings.AddressPolicy;
import io.github.vpsdns.webhook.update.HostOutcome;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DuckDnsTest {
    private static final String TOKEN = "&token=router:s3cret";

    private final Desk desk = new Desk();

    private String ask(String query) {
        return text(desk.duck(query + TOKEN));
    }

    @Test
    void saysOkAndNothingMore() {
        Reply reply = desk.duck("domains=home.example.com&ip=198.51.100.1" + TOKEN);
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body()).isEqualTo(new byte[] {'O', 'K'});
        assertThat(desk.updates.records(HOME)).containsExactly("198.51.100.1");
    }

    @Test
    void saysKoWithTheSameStatus() {
        Reply reply = desk.duck("domains=home.example.com&token=router:wrong");
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body()).isEqualTo(new byte[] {'K', 'O'});
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "domains=home.example.com",
                "domains=home.example.com&token=",
                "domains=other.example.org&token=router:s3cret",
                "domains=home.example.com&ip=x&token=router:s3cret",
                "domains=&token=router:s3cret"
            })
    void saysKoToWhateverFails(String query) {
        assertThat(text(desk.duck(query))).isEqualTo("KO");
        assertThat(desk.updates.orders()).isEmpty();
    }

    @Test
    void updatesNoneIfOneIsNotTheUsers() {
        assertThat(ask("domains=home.example.com,other.example.org&ip=198.51.100.1"))
                .isEqualTo("KO");
        assertThat(desk.updates.orders()).isEmpty();
    }

    @Test
    void saysKoIfOneIsNotDone() {
        desk.updates.outcome(NAS, new HostOutcome.Later(true));
        assertThat(ask("domains=home.example.com,nas.example.com&ip=198.51.100.1"))
                .isEqualTo("KO");
    }

    @Test
    void saysKoToWhoIsLockedOut() {
        desk.door.answer(new Admission.Busy());
        assertThat(ask("domains=home.example.com")).isEqualTo("KO");
    }

    @Test
    void tellsMoreIfAsked() {
        String query = "domains=home.example.com&ip=198.51.100.1&ipv6=2001:db8::1&verbose=true";
        assertThat(ask(query)).isEqualTo("OK\n198.51.100.1\n2001:db8::1\nUPDATED");
        assertThat(ask(query)).isEqualTo("OK\n198.51.100.1\n2001:db8::1\nNOCHANGE");
    }

    @Test
    void leavesALineEmptyForAFamilyWithoutAddress() {
        assertThat(ask("domains=home.example.com&verbose=true")).isEqualTo("OK\n203.0.113.7\n\nUPDATED");
    }

    @Test
    void takesAnIpv6AddressInTheParameterForBoth() {
        assertThat(ask("domains=home.example.com&ip=2001:db8::1&verbose=true")).isEqualTo("OK\n\n2001:db8::1\nUPDATED");
    }

    @Test
    void doesNotLookAtTheSourceIfThereIsAnIpv6Address() {
        ask("domains=home.example.com&ip=&ipv6=2001:db8::1");
        assertThat(desk.updates.records(HOME)).containsExactly("2001:db8::1");
    }

    @Test
    void clearsBothFamiliesWhateverElseIsSaid() {
        ask("domains=home.example.com&ip=198.51.100.1&ipv6=2001:db8::1");
        assertThat(ask("domains=home.example.com&ip=198.51.100.2&clear=true&verbose=true"))
                .isEqualTo("OK\n\n\nUPDATED");
        assertThat(desk.updates.records(HOME)).isEmpty();
    }

    @Test
    void completesASingleLabel() {
        assertThat(ask("domains=home,nas&ip=198.51.100.1")).isEqualTo("OK");
        assertThat(desk.updates.records(NAS)).containsExactly("198.51.100.1");
    }

    @Test
    void saysKoToALabelThatMeansNoHost() {
        assertThat(ask("domains=dyn&ip=198.51.100.1")).isEqualTo("KO");
    }

    @Test
    void marksATest() {
        Reply reply = desk.duck("domains=home.example.com&test=yes" + TOKEN);
        assertThat(text(reply)).isEqualTo("OK");
        assertThat(reply.headers()).containsKey("X-VpsDNS-Test");
        assertThat(desk.updates.records(HOME)).isEmpty();
    }

    @Test
    void tellsFailuresByTheStatusToThoseThatLookAtNothingElse() {
        Reply reply = desk.duck("domains=home.example.com&token=router:wrong", "User-Agent", "OPNsense-dyndns");
        assertThat(reply.status()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "HEAD", "PUT"})
    void takesGetOnly(String method) {
        Reply reply = desk.ask(desk.duckDns, method, "domains=home.example.com" + TOKEN, "");
        assertThat(reply.status()).isEqualTo(405);
        assertThat(desk.updates.orders()).isEmpty();
    }

    @Test
    void goesByANewPolicyFromTheNextRequestOn() {
        desk.duckDns.reconfigure(new AddressPolicy(false, Set.of(AddressKind.PRIVATE)));
        ask("domains=home.example.com&ip=192.168.1.2");
        assertThat(desk.updates.records(HOME)).containsExactly("192.168.1.2");
    }
}
