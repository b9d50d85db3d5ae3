// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.dns01;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vpsdns.core.InvalidValueException;
import io.github.vpsdns.core.api.ApiToken;
import io.github.vpsdns.core.api.VpsDnsClient;
import io.github.vpsdns.core.dns.AuthoritativeDns;
import io.github.vpsdns.core.edit.RecordEditor;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Dns01SolverBuilderTest {
    private final Dns01SolverBuilder builder = Dns01Solver.builder(
            new RecordEditor(VpsDnsClient.builder().token(ApiToken.of("vps_x")).build()),
            AuthoritativeDns.builder().build());

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT-1S"})
    void refusesALimitForCleaningUpThatIsNotPositive(String limit) {
        assertThatThrownBy(() -> builder.cleanupLimit(Duration.parse(limit)))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("expected more than zero");
    }

    @Test
    void readsChallengeTypesAsTheProtocolWritesThem() {
        assertThat(DnsChallengeType.of("dns-01")).isEqualTo(DnsChallengeType.DNS_01);
        assertThat(DnsChallengeType.of("dns-account-01")).isEqualTo(DnsChallengeType.DNS_ACCOUNT_01);
        assertThatThrownBy(() -> DnsChallengeType.of("http-01"))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage(
                        "'http-01' is not a challenge type that TXT records answer; expected dns-01 or dns-account-01 or dns-persist-01");
    }

    @Test
    void buildsSolversThatLaterChangesDoNotReach() {
        Dns01Solver solver =
                builder.challengeType(DnsChallengeType.DNS_ACCOUNT_01).build();
        builder.challengeType(DnsChallengeType.DNS_01);

        assertThat(solver.toBuilder().challengeType).isEqualTo(DnsChallengeType.DNS_ACCOUNT_01);
    }
}
