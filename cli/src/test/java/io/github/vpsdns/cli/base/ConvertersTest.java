// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class ConvertersTest {
    @ParameterizedTest
    @CsvSource({"250ms,PT0.25S", "90s,PT1M30S", "10m,PT10M", "1h,PT1H", "2d,PT48H"})
    void readsDurations(String text, Duration expected) {
        assertThat(Converters.duration(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "10", "m", "-1s", "1.5h", "10 m", "10M", "9999999999s"})
    void refusesOtherDurationsAndShowsWhatIsAccepted(String text) {
        assertThatThrownBy(() -> Converters.duration(text))
                .isInstanceOf(TypeConversionException.class)
                .hasMessage("'" + text + "' is not a duration; expected one such as 90s, 10m or 1h");
    }

    @Test
    void refusesNoTimeAtAll() {
        assertThatThrownBy(() -> Converters.duration("0s")).hasMessageContaining("more than zero");
    }

    @ParameterizedTest
    @CsvSource({"true,true", "YES,true", "1,true", "false,false", "no,false", "0,false"})
    void readsTruthInTheUsualForms(String text, boolean expected) {
        assertThat(Converters.bool(text)).isEqualTo(expected);
    }

    @Test
    void refusesOtherTruths() {
        assertThatThrownBy(() -> Converters.bool("maybe")).hasMessage("'maybe' is neither true nor false");
    }
}
