// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vpsdns.core.InvalidValueException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordTypeTest {
    @Test
    void readsAnyCase() {
        assertThat(RecordType.of("txt")).isEqualTo(RecordType.TXT).hasToString("TXT");
    }

    @Test
    void knowsTheEightTypesOfTheApi() {
        assertThat(RecordType.KNOWN)
                .extracting(RecordType::name)
                .containsExactly("A", "AAAA", "CNAME", "MX", "TXT", "NS", "SRV", "CAA");
        assertThat(RecordType.KNOWN).allMatch(RecordType::isKnown);
    }

    @ParameterizedTest
    @ValueSource(strings = {"SOA", "PTR", "TYPE65534", "NSEC3PARAM"})
    void namesOtherTypesWithoutKnowingThem(String type) {
        assertThat(RecordType.of(type).isKnown()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "A A", "1A", "Ä", "A/B"})
    void refusesWhatIsNoMnemonic(String type) {
        assertThatThrownBy(() -> RecordType.of(type))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("is not a record type");
    }
}
