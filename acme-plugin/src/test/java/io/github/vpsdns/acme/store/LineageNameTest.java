// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vpsdns.core.InvalidValueException;
import io.github.vpsdns.core.name.DomainName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LineageNameTest {
    @Test
    void isTheFirstNameWithoutItsWildcard() {
        assertThat(LineageName.of(DomainName.of("*.Example.com"))).hasToString("example.com");
    }

    @ParameterizedTest
    @ValueSource(strings = {"mail", "_x", "a.b-c_d", "9"})
    void mayBeAnyPlainFileName(String name) {
        assertThat(new LineageName(name).value()).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", ".hidden", "-x", "a/b", "../x", "a b", "a\n", "a\0b", "ä", "*.example.com"})
    void cannotLeadOutOfItsDirectoryOrHideInIt(String name) {
        assertThatThrownBy(() -> new LineageName(name))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageStartingWith("'" + name + "' cannot name a certificate; expected 1 to 240 letters");
    }

    @Test
    void leavesRoomForASuffixInAFileName() {
        String longest = "a".repeat(240);

        assertThat(new LineageName(longest).value()).hasSize(240);
        assertThatThrownBy(() -> new LineageName(longest + "a")).isInstanceOf(InvalidValueException.class);
    }
}
