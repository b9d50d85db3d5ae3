// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    @ParameterizedTest
    @CsvSource({"0, 0", "7, 7", "' 120 ', 120", "999999999, 999999999"})
    void readsSeconds(String value, long seconds) {
        assertThat(RetryAfter.parse(value, null, NOW)).isEqualTo(Duration.ofSeconds(seconds));
    }

    @Test
    void readsADateRelativeToTheClock() {
        assertThat(RetryAfter.parse("Thu, 01 Jan 2026 00:01:30 GMT", null, NOW)).isEqualTo(Duration.ofSeconds(90));
    }

    @Test
    void prefersTheServersOwnClockForADate() {
        assertThat(RetryAfter.parse("Thu, 01 Jan 2026 00:01:30 GMT", "Thu, 01 Jan 2026 00:01:00 GMT", NOW))
                .isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void aDateInThePastIsNoWait() {
        assertThat(RetryAfter.parse("Wed, 31 Dec 2025 00:00:00 GMT", null, NOW)).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "1.5", "soon", "1000000000000", "2026-01-01T00:00:00Z"})
    void anythingElseIsNone(String value) {
        assertThat(RetryAfter.parse(value, null, NOW)).isNull();
    }
}
