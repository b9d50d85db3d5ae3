// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vpsdns.core.InvalidValueException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TtlTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 60, 3600, Integer.MAX_VALUE})
    void takesWhatDnsTakes(int seconds) {
        assertThat(Ttl.of(seconds)).hasToString(Integer.toString(seconds));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, Integer.MIN_VALUE})
    void refusesLessThanASecond(int seconds) {
        assertThatThrownBy(() -> Ttl.of(seconds))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage("a TTL of " + seconds + " is refused; expected 1 to 2147483647 seconds");
    }

    @Test
    void isAnHourWhenTheApiChooses() {
        assertThat(Ttl.API_DEFAULT.seconds()).isEqualTo(3600);
    }
}
