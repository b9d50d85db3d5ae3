// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class AllowanceTest {
    private static final long SECOND = 1_000_000_000L;

    @Test
    void givesAMinutesWorthAtOnce() {
        Allowance allowance = new Allowance(0);
        for (int request = 0; request < 60; request++) {
            assertThat(allowance.take(0, 60)).isZero();
        }

        assertThat(allowance.take(0, 60)).isEqualTo(SECOND);
    }

    @Test
    void givesOneAtATimeAfterwards() {
        Allowance allowance = new Allowance(0);
        for (int request = 0; request < 60; request++) {
            allowance.take(0, 60);
        }

        assertThat(allowance.take(SECOND, 60)).isZero();
        assertThat(allowance.take(SECOND, 60)).isEqualTo(SECOND);
    }

    @Test
    void savesNoMoreThanAMinutesWorth() {
        Allowance allowance = new Allowance(0);
        int taken = 0;
        while (allowance.take(3_600 * SECOND, 60) == 0) {
            taken++;
        }

        assertThat(taken).isEqualTo(60);
    }

    @Test
    void takesNothingForWhatIsTurnedAway() {
        Allowance allowance = new Allowance(0);
        allowance.take(0, 1);
        for (int request = 0; request < 100; request++) {
            assertThat(allowance.take(request, 1)).isEqualTo(60 * SECOND - request);
        }

        assertThat(allowance.take(60 * SECOND, 1)).isZero();
    }

    @Test
    void worksAcrossTheEndOfTheClocksNumbers() {
        Allowance allowance = new Allowance(Long.MAX_VALUE - 5);
        assertThat(allowance.take(Long.MAX_VALUE - 5, 1)).isZero();

        assertThat(allowance.take(Long.MAX_VALUE - 4, 1)).isEqualTo(60 * SECOND - 1);
        assertThat(allowance.take(Long.MIN_VALUE + 60 * SECOND, 1)).isZero();
    }

    @Test
    void givesNeverMoreThanTheRateWhateverTheRhythm() {
        SplittableRandom random = new SplittableRandom(371);
        Allowance allowance = new Allowance(0);
        long now = 0;
        long given = 0;
        for (int request = 0; request < 100_000; request++) {
            now += random.nextLong(2 * SECOND);
            given += allowance.take(now, 30) == 0 ? 1 : 0;
            assertThat(given).isLessThanOrEqualTo(30 + now / (2 * SECOND));
        }
    }
}
