// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.hook.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpsdns.acme.dns01.ChallengeValue;
import io.github.vpsdns.cli.hook.client.ClientRequest.CleanUp;
import io.github.vpsdns.cli.hook.client.ClientRequest.Declined;
import io.github.vpsdns.cli.hook.client.ClientRequest.Nothing;
import io.github.vpsdns.cli.hook.client.ClientRequest.Present;
import io.github.vpsdns.core.name.DomainName;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UacmeCallTest {
    private static final String VALUE = "-QDdX5fSgFhOXqoGzC5hTUuvB7ZuVlWd0lUmR3WcH9c";
    private static final List<ChallengeValue> VALUES =
            List.of(new ChallengeValue(DomainName.of("_acme-challenge.example.com"), VALUE));

    private static ClientRequest read(String method, String type, String value) {
        return ClientCall.read(List.of(method, type, "example.com", "-token", value), Map.of());
    }

    @Test
    void beginPresents() {
        assertThat(read("begin", "dns-01", VALUE)).isEqualTo(Present.awaited(VALUES));
    }

    @ParameterizedTest
    @ValueSource(strings = {"done", "failed"})
    void theEndCleansUpWhateverItWas(String method) {
        assertThat(read(method, "dns-01", VALUE)).isEqualTo(new CleanUp(VALUES));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http-01", "tls-alpn-01"})
    void otherChallengesAreDeclinedAndNeedNoCleaningUp(String type) {
        assertThat(read("begin", type, "token.thumbprint")).isEqualTo(new Declined());
        assertThat(read("failed", type, "token.thumbprint")).isEqualTo(new Nothing());
    }
}
