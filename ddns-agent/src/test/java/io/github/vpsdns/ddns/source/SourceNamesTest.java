// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.ddns.source;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vpsdns.core.InvalidValueException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SourceNamesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "TOKEN=s3cret curl https://example.com/ip",
                "htps://me:s3cret@example.com/ip",
                "htps://example.com/ip?key=s3cret",
                "https://me:s3cret@example.com/ip",
                "curl -u me:s3cret example.com"
            })
    void quotesNothingThatMayHoldASecret(String text) {
        assertThatThrownBy(() -> SourceSpec.of(text))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageStartingWith("this is no ")
                .hasMessageNotContaining("s3cret");
    }

    @Test
    void quotesAWordThatIsNoSource() {
        assertThatThrownBy(() -> SourceSpec.of("eth0"))
                .hasMessageStartingWith("'eth0' is no source of addresses; expected interface");
    }
}
