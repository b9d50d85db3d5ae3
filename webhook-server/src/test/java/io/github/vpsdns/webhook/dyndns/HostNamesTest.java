// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.dyndns;

import static io.github.vpsdns.webhook.dyndns.Desk.HOME;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostNamesTest {
    private static final String GOOD = "good 203.0.113.7\n";

    private final Desk desk = new Desk();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hostname=home.example.com",
                "host=home.example.com",
                "host_id=home.example.com",
                "domain=home.example.com",
                "domains=home.example.com",
                "hostname=,home.example.com,,",
                "hostname=%20home.example.com%20",
                "hostname=home.example.com.",
                "hostname=HOME.Example.COM",
                "hostname=YES&domain=home.example.com",
                "hostname=&host=home.example.com",
                "home.example.com",
                "home.example.com&myip=203.0.113.7"
            })
    void findsTheHostWhereverClientsPutIt(String query) {
        assertThat(desk.update(query)).isEqualTo(GOOD);
        assertThat(desk.updates.records(HOME)).containsExactly("203.0.113.7");
    }

    @Test
    void collectsTheHostsOfARepeatedParameter() {
        assertThat(desk.update("hostname=home.example.com&hostname=a.dyn.example.com"))
                .isEqualTo(GOOD + GOOD);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hostname=b%C3%BCro.dyn.example.com",
                "hostname=b%FCro.dyn.example.com",
                "hostname=büro.dyn.example.com"
            })
    void takesNamesInAnyScript(String query) {
        assertThat(desk.update(query)).isEqualTo(GOOD);
        assertThat(desk.updates.records("xn--bro-hoa.dyn.example.com")).isNotEmpty();
    }

    @Test
    void takesAWildcardRecordOfAPattern() {
        assertThat(desk.update("hostname=*.dyn.example.com")).isEqualTo(GOOD);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "hostname=", "hostname=YES", "myip=203.0.113.7"})
    void fallsBackToTheUsersNameIfThatIsAHost(String query) {
        assertThat(desk.updateAs(HOME, query)).isEqualTo(GOOD);
        assertThat(desk.updates.records(HOME)).isNotEmpty();
        assertThat(desk.updates.records(Desk.NAS)).isEmpty();
    }

    @Test
    void fallsBackToTheOnlyHost() {
        assertThat(desk.updateAs("single", "myip=203.0.113.7")).isEqualTo(GOOD);
    }

    @Test
    void saysNotfqdnIfItCannotKnowTheHost() {
        assertThat(desk.update("myip=203.0.113.7")).isEqualTo("notfqdn\n");
        assertThat(desk.refused())
                .containsExactly("no host is named, and the user has more than one; add hostname= to the URL");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"home", ".", "home..example.com", "-x.example.com", "<domain>", "a.*.example.com", "http://x.y/"
            })
    void saysNotfqdnOfWhatIsNoFullName(String name) {
        assertThat(desk.update("hostname=" + name)).isEqualTo("notfqdn\n");
        assertThat(desk.refused().get(0)).endsWith("is no full host name; expected one such as home.example.com");
    }

    @Test
    void takesNoLaterParameterForAHost() {
        assertThat(desk.update("myip=203.0.113.7&home.example.com")).isEqualTo("notfqdn\n");
    }
}
