// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.ddns.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebTermsTest {
    @ParameterizedTest
    @ValueSource(strings = {"localhost", "127.0.0.1", "192.168.1.1", "10.0.0.1", "[::1]", "[fd00::1]", "[fe80::1]"})
    void asksTheOwnNetworkAtAnyPace(String host) {
        assertThat(WebTerms.pace(host)).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"example.com", "8.8.8.8", "[2606:4700::1]", "1.1", "2130706433", "[fe80::1%25eth0]", "10.example"
            })
    void asksAnybodyElseOnceAMinute(String host) {
        assertThat(WebTerms.pace(host)).isEqualTo(Duration.ofMinutes(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"checkip.dyndns.org", "CheckIP.dyndns.org", "checkip.dyndns.org."})
    void keepsToDynsTermsHoweverItsNameIsSpelled(String host) {
        assertThat(WebTerms.pace(host)).isEqualTo(Duration.ofMinutes(10));
    }
}
