// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.sandbox.acme.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RetryAfterTest {
    private static final Instant NOW = Instant.parse("2026-03-01T23:59:58Z");

    @Test
    void secondsAreRoundedUp() {
        assertThat(RetryAfter.seconds(Duration.ofMillis(1001)).header(NOW)).isEqualTo("2");
    }

    @Test
    void dateHasTwoDigitsForTheDay() {
        assertThat(RetryAfter.date(Duration.ofSeconds(2)).header(NOW)).isEqualTo("Mon, 02 Mar 2026 00:00:00 GMT");
    }
}
