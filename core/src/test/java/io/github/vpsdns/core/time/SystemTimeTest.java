// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(20)
class SystemTimeTest {
    private final Timekeeper time = Timekeeper.system();

    @Test
    void sleepsAtLeastAsLongAsAsked() throws InterruptedException {
        long before = time.nanoTime();
        time.sleep(Duration.ofMillis(5));
        assertThat(time.nanoTime() - before)
                .isGreaterThanOrEqualTo(Duration.ofMillis(5).toNanos());
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, Long.MIN_VALUE})
    void sleepingNoTimeReturnsAtOnce(long seconds) throws InterruptedException {
        long before = time.nanoTime();
        time.sleep(Duration.ofSeconds(seconds));
        assertThat(time.nanoTime() - before).isLessThan(Duration.ofSeconds(5).toNanos());
    }

    @Test
    void doesNotSleepWhenInterruptedBefore() {
        Thread.currentThread().interrupt();
        assertThatExceptionOfType(InterruptedException.class).isThrownBy(() -> time.sleep(Duration.ZERO));
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @Test
    void anInterruptEndsEvenTheLongestSleep() throws InterruptedException {
        AtomicBoolean interrupted = new AtomicBoolean();
        Thread sleeper = new Thread(() -> {
            try {
                time.sleep(Duration.ofSeconds(Long.MAX_VALUE));
            } catch (InterruptedException e) {
                interrupted.set(true);
            }
        });
        sleeper.start();
        sleeper.interrupt();
        sleeper.join();
        assertThat(interrupted).isTrue();
    }

    @Test
    void tellsTheTimeOfDay() {
        Instant before = Instant.now();
        assertThat(time.now()).isBetween(before, Instant.now());
    }
}
