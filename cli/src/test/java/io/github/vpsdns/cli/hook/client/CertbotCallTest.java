// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.hook.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vpsdns.acme.dns01.ChallengeValue;
import io.github.vpsdns.cli.base.UsageException;
import io.github.vpsdns.cli.hook.client.ClientRequest.CleanUp;
import io.github.vpsdns.cli.hook.client.ClientRequest.Present;
import io.github.vpsdns.cli.hook.client.ClientRequest.Wait;
import io.github.vpsdns.core.InvalidValueException;
import io.github.vpsdns.core.name.DomainName;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CertbotCallTest {
    private static final String VALUE = "-QDdX5fSgFhOXqoGzC5hTUuvB7ZuVlWd0lUmR3WcH9c";
    private static final DomainName NAME = DomainName.of("_acme-challenge.example.com");
    private static final List<ChallengeValue> VALUES = List.of(new ChallengeValue(NAME, VALUE));

    /** What certbot 2.1 says to the auth hook of the first of two challenges. */
    private final Map<String, String> environment = new HashMap<>(Map.of(
            "CERTBOT_DOMAIN", "example.com",
            "CERTBOT_VALIDATION", VALUE,
            "CERTBOT_ALL_DOMAINS", "example.com,www.example.com",
            "CERTBOT_REMAINING_CHALLENGES", "1"));

    private ClientRequest read(String... words) {
        return ClientCall.read(List.of(words), environment);
    }

    @Test
    void theAuthHookWritesAndLeavesTheWaitToTheLastOne() {
        assertThat(read("auth"))
                .isEqualTo(read())
                .isEqualTo(new Present(VALUES, new Wait.Later(), true, "_acme-challenge.example.com TXT " + VALUE));
    }

    @Test
    void theLastAuthHookWaitsForAllNamesOfTheOrder() {
        environment.put("CERTBOT_REMAINING_CHALLENGES", "0");

        assertThat(((Present) read("auth")).awaited())
                .isEqualTo(new Wait.Standing(Set.of(NAME, DomainName.of("_acme-challenge.www.example.com"))));
    }

    @Test
    void waitsWhereNothingTellsHowManyRemain() {
        environment.keySet().removeAll(Set.of("CERTBOT_REMAINING_CHALLENGES", "CERTBOT_ALL_DOMAINS"));

        assertThat(((Present) read("auth")).awaited()).isEqualTo(new Wait.Standing(Set.of(NAME)));
    }

    @Test
    void readsTheNewerNamesOfTheVariablesFirst() {
        environment.put("CERTBOT_IDENTIFIER", "example.net");
        environment.put("CERTBOT_ALL_IDENTIFIERS", "example.net");
        environment.put("CERTBOT_REMAINING_CHALLENGES", "0");

        assertThat(((Present) read("auth")).awaited())
                .isEqualTo(new Wait.Standing(Set.of(DomainName.of("_acme-challenge.example.net"))));
    }

    @Test
    void theCleanupHookRemovesItsOwnValue() {
        assertThat(read("cleanup")).isEqualTo(new CleanUp(VALUES));
    }

    @Test
    void withoutAWordTheOutputOfTheAuthHookMakesItTheCleanup() {
        environment.put("CERTBOT_AUTH_OUTPUT", "_acme-challenge.example.com TXT " + VALUE);

        assertThat(read()).isEqualTo(new CleanUp(VALUES));
    }

    @Test
    void anAuthHookThatCouldNotSayAnythingIsCleanedUpAfterAllTheSame() {
        environment.put("CERTBOT_AUTH_OUTPUT", "");

        assertThat(read()).isEqualTo(new CleanUp(VALUES));
    }

    @Test
    void withoutAWordTheOutputOfAnEarlierCertificatesHookMakesNothingACleanup() {
        environment.put("CERTBOT_AUTH_OUTPUT", "_acme-challenge.example.net TXT " + "e".repeat(43));

        assertThat(read()).isInstanceOf(Present.class);
    }

    @Test
    void aWildcardInTheDomainIsProvenAtItsParent() {
        environment.put("CERTBOT_DOMAIN", "*.example.com");

        assertThat(((Present) read("auth")).values()).isEqualTo(VALUES);
    }

    @Test
    void refusesHttp01() {
        environment.put("CERTBOT_TOKEN", "ce4WKBg5JlcGjPxdU9qL0Q");
        environment.put("CERTBOT_VALIDATION", "ce4WKBg5JlcGjPxdU9qL0Q.thumbprint");

        assertThatThrownBy(this::read)
                .isInstanceOf(UsageException.class)
                .hasMessage(
                        "certbot wants an http-01 challenge for 'example.com', which DNS cannot answer; give certbot"
                                + " --preferred-challenges dns");
    }

    @Test
    void refusesTheValueOfAnotherKindOfChallenge() {
        environment.put("CERTBOT_VALIDATION", "ca.example; accounturi=https://ca.example/acct/1");

        assertThatThrownBy(() -> read("auth")).isInstanceOf(InvalidValueException.class);
    }

    @Test
    void aWordWithoutCertbotsEnvironmentIsAMistake() {
        environment.clear();

        assertThatThrownBy(() -> read("auth"))
                .isInstanceOf(UsageException.class)
                .hasMessage(
                        "'auth' is for certbot, but CERTBOT_DOMAIN and CERTBOT_VALIDATION are not in the environment");
    }
}
