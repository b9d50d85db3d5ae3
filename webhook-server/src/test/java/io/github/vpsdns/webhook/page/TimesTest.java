// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimesTest {
    @ParameterizedTest
    @CsvSource({
        "PT1S, 1 second",
        "PT119S, 119 seconds",
        "PT2M, 2 minutes",
        "PT119M59S, 119 minutes",
        "PT2H, 2 hours",
        "PT47H, 47 hours",
        "P2D, 2 days"
    })
    void saysLengthsInOneUnit(Duration length, String words) {
        assertThat(Times.length(length)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({"2026-01-01T00:00:00Z, now", "2025-12-31T23:50:00Z, 10 minutes ago", "2026-01-03T00:00:00Z, in 2 days"})
    void saysWhenThatIs(Instant at, String words) {
        assertThat(Times.relative(at, Samples.NOW).toString()).endsWith(">" + words + "</time>");
    }

    @Test
    void givesMachinesTheExactTime() {
        assertThat(Times.absolute(Samples.NOW))
                .hasToString("<time datetime=\"2026-01-01T00:00:00Z\">1 Jan 2026, 00:00:00 UTC</time>");
    }
}
