// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SecondsTest {
    @ParameterizedTest
    @CsvSource({"0, 0.0 s", "49, 0.0 s", "50, 0.1 s", "949, 0.9 s", "950, 1.0 s", "12340, 12.3 s", "3600000, 3600.0 s"})
    void areToldWithOneDigitAfterThePoint(long millis, String text) {
        assertThat(Seconds.text(Duration.ofMillis(millis))).isEqualTo(text);
    }
}
