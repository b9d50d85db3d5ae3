// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpsdns.core.testing.ManualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RepeatsTest {
    private final ManualTime time = new ManualTime();
    private final Repeats repeats = new Repeats(time);

    @Test
    void comesBackToTheSameAfterOneHourThenTwoThenFour() {
        List<Integer> said = new ArrayList<>();
        for (int minute = 0; minute < 24 * 60; minute++) {
            if (repeats.leftOut("api", "away") >= 0) {
                said.add(minute);
            }
            time.advance(Duration.ofMinutes(1));
        }

        assertThat(said).containsExactly(0, 60, 180, 420, 900);
    }

    @Test
    void tellsHowOftenItWasLeftOut() {
        repeats.leftOut("api", "away");
        repeats.leftOut("api", "away");
        repeats.leftOut("api", "away");
        time.advance(Duration.ofHours(1));

        assertThat(repeats.leftOut("api", "away")).isEqualTo(2);
    }

    @Test
    void saysWhatIsNewOfASubjectButNotThatItTakesTurns() {
        assertThat(repeats.leftOut("api", "away")).isZero();
        assertThat(repeats.leftOut("api", "ill")).isZero();
        assertThat(repeats.leftOut("api", "away")).isNegative();
        assertThat(repeats.leftOut("api", "ill")).isNegative();
    }

    @Test
    void keepsSubjectsApart() {
        assertThat(repeats.leftOut("a", "away")).isZero();
        assertThat(repeats.leftOut("b", "away")).isZero();
    }

    @Test
    void beginsAnewWhenItWasOver() {
        repeats.leftOut("api", "away");
        repeats.over("api");

        assertThat(repeats.leftOut("api", "away")).isZero();
    }

    @Test
    void beginsAnewAfterTwoQuietHours() {
        for (int hour = 0; hour < 24; hour++) {
            repeats.leftOut("api", "away");
            time.advance(Duration.ofHours(1));
        }
        assertThat(repeats.leftOut("api", "away")).isNegative();
        time.advance(Duration.ofHours(2));
        assertThat(repeats.leftOut("api", "away")).isPositive();

        time.advance(Duration.ofHours(1));
        assertThat(repeats.leftOut("api", "away")).isZero();
    }

    @Test
    void isNotMadeTalkativeByMessagesThatAreNeverTheSame() {
        int said = 0;
        for (int i = 0; i < 1000; i++) {
            said += repeats.leftOut("api", "port " + i) < 0 ? 0 : 1;
        }

        assertThat(said).isEqualTo(9);
    }
}
