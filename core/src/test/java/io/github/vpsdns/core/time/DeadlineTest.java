// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.time;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpsdns.core.testing.ManualTime;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeadlineTest {
    private final ManualTime time = new ManualTime();
    private final Deadline deadline = Deadline.after(Duration.ofSeconds(10), time);

    @Test
    void countsDown() {
        time.advance(Duration.ofSeconds(4));
        assertThat(deadline.remaining()).isEqualTo(Duration.ofSeconds(6));
        assertThat(deadline.expired()).isFalse();
    }

    @Test
    void expiresWhenItsTimeHasCome() {
        time.advance(Duration.ofSeconds(10));
        assertThat(deadline.expired()).isTrue();
        assertThat(deadline.remaining()).isZero();
    }

    @Test
    void staysExpiredWithNothingLeft() {
        time.advance(Duration.ofDays(1));
        assertThat(deadline.expired()).isTrue();
        assertThat(deadline.remaining()).isZero();
    }

    @Test
    void cutsAWaitToWhatIsLeft() {
        time.advance(Duration.ofSeconds(7));
        assertThat(deadline.cut(Duration.ofSeconds(2))).isEqualTo(Duration.ofSeconds(2));
        assertThat(deadline.cut(Duration.ofSeconds(5))).isEqualTo(Duration.ofSeconds(3));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, Long.MIN_VALUE})
    void aLimitOfNothingHasExpiredAtOnce(long seconds) {
        assertThat(Deadline.after(Duration.ofSeconds(seconds), time).expired()).isTrue();
    }

    @Test
    void theLongestLimitNeverExpires() {
        Deadline never = Deadline.after(Duration.ofSeconds(Long.MAX_VALUE), time);
        time.advance(Duration.ofDays(20_000));
        assertThat(never.expired()).isFalse();
    }
}
