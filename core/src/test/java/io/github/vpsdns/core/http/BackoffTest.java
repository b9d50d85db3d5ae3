// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackoffTest {
    @ParameterizedTest
    @CsvSource({"1, 500", "2, 1000", "5, 8000", "6, 15000", "7, 15000", "1000, 15000"})
    void doublesUpToTheLongestWait(int failures, long millis) {
        assertThat(backoff(1).limit(failures)).isEqualTo(Duration.ofMillis(millis));
    }

    @RepeatedTest(20)
    void jitterSpreadsOverTheWholeRange(RepetitionInfo seed) {
        Backoff backoff = backoff(seed.getCurrentRepetition());
        Duration least = Duration.ofDays(1);
        Duration most = Duration.ZERO;
        for (int i = 0; i < 200; i++) {
            Duration wait = backoff.after(3);
            assertThat(wait).isBetween(Duration.ZERO, Duration.ofSeconds(2));
            least = wait.compareTo(least) < 0 ? wait : least;
            most = wait.compareTo(most) > 0 ? wait : most;
        }
        assertThat(least).isLessThan(Duration.ofMillis(200));
        assertThat(most).isGreaterThan(Duration.ofMillis(1800));
    }

    private static Backoff backoff(long seed) {
        return new Backoff(Duration.ofMillis(500), Duration.ofSeconds(15), new Random(seed));
    }
}
