// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.sandbox.acme.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RenewalWindowTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void liesAroundTheLastThird() {
        RenewalWindow window = RenewalWindow.usual(START, START.plus(Duration.ofDays(90)));

        assertThat(window.start()).isEqualTo("2026-02-28T04:48:00Z");
        assertThat(window.end()).isEqualTo("2026-03-03T19:12:00Z");
    }

    @Test
    void liesAroundTheMiddleOfAShortLife() {
        RenewalWindow window = RenewalWindow.usual(START, START.plus(Duration.ofHours(100)));

        assertThat(window.start()).isEqualTo("2026-01-03T00:00:00Z");
        assertThat(window.end()).isEqualTo("2026-01-03T04:00:00Z");
    }

    @Test
    void pastWindowIsOver() {
        assertThat(RenewalWindow.past(START, null).end()).isBefore(START);
    }
}
