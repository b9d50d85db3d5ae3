// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.loop;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpsdns.core.time.Timekeeper;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ClockWatchTest {
    private final TwoClocks time = new TwoClocks();
    private final ClockWatch watch = new ClockWatch(time);

    /** Clocks that go apart when told to. */
    private static final class TwoClocks implements Timekeeper {
        private Instant now = Instant.parse("2026-01-01T00:00:00Z");
        private long nanos;

        private void go(Duration ofDay, Duration steady) {
            now = now.plus(ofDay);
            nanos += steady.toNanos();
        }

        @Override
        public Instant now() {
            return now;
        }

        @Override
        public long nanoTime() {
            return nanos;
        }

        @Override
        public void sleep(Duration duration) {
            go(duration, duration);
        }
    }

    @Test
    void clocksThatGoTogetherAreNoJumpHoweverLongItTakes() {
        time.go(Duration.ofDays(3), Duration.ofDays(3));

        assertThat(watch.jump()).isZero();
    }

    @Test
    void aSleepIsAJumpByItsLength() {
        time.go(Duration.ofHours(8), Duration.ofMinutes(1));

        assertThat(watch.jump()).isEqualTo(Duration.ofMinutes(479));
    }

    @Test
    void aClockThatWasSetBackJumpsBack() {
        time.go(Duration.ofHours(-1), Duration.ofSeconds(1));

        assertThat(watch.jump()).isEqualTo(Duration.ofSeconds(-3601));
    }

    @Test
    void fiveSecondsAreWhatClocksDo() {
        time.go(Duration.ofSeconds(6), Duration.ofSeconds(1));

        assertThat(watch.jump()).isZero();
    }

    @Test
    void aJumpIsToldOnce() {
        time.go(Duration.ofHours(8), Duration.ZERO);
        watch.jump();

        assertThat(watch.jump()).isZero();
    }
}
