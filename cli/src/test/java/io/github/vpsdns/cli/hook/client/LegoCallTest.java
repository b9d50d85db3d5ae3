// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.hook.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpsdns.acme.dns01.ChallengeValue;
import io.github.vpsdns.cli.hook.client.ClientRequest.CleanUp;
import io.github.vpsdns.cli.hook.client.ClientRequest.Present;
import io.github.vpsdns.core.name.DomainName;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LegoCallTest {
    private static final DomainName NAME = DomainName.of("_acme-challenge.example.com");
    private static final String VALUE = "-QDdX5fSgFhOXqoGzC5hTUuvB7ZuVlWd0lUmR3WcH9c";

    private static ClientRequest read(String... words) {
        return ClientCall.read(List.of(words), Map.of());
    }

    @Test
    void presentNamesTheRecordWithATrailingDot() {
        assertThat(read("present", "_acme-challenge.example.com.", VALUE))
                .isEqualTo(Present.awaited(List.of(new ChallengeValue(NAME, VALUE))));
    }

    @Test
    void cleanupNamesTheSame() {
        assertThat(read("cleanup", "_acme-challenge.example.com.", VALUE))
                .isEqualTo(new CleanUp(List.of(new ChallengeValue(NAME, VALUE))));
    }

    @Test
    void rawModeLeavesNameAndDigestToTheHook() {
        String token = "--token-with-hyphens";
        String keyAuthorization = token + ".NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs";
        List<ChallengeValue> expected =
                List.of(ChallengeValue.ofKeyAuthorization(DomainName.of("example.com"), keyAuthorization));

        assertThat(read("present", "--", "example.com", token, keyAuthorization))
                .isEqualTo(Present.awaited(expected));
        assertThat(read("cleanup", "--", "example.com", token, keyAuthorization))
                .isEqualTo(new CleanUp(expected));
    }

    @Test
    void itsWordsCountEvenWhereCertbotStartedIt() {
        Map<String, String> certbots = Map.of("CERTBOT_DOMAIN", "example.net", "CERTBOT_VALIDATION", "e".repeat(43));

        assertThat(ClientCall.read(List.of("cleanup", NAME.absolute(), VALUE), certbots))
                .isEqualTo(new CleanUp(List.of(new ChallengeValue(NAME, VALUE))));
    }
}
