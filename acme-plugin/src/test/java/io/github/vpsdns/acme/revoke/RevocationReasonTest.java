// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.revoke;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vpsdns.core.InvalidValueException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RevocationReasonTest {
    @ParameterizedTest
    @ValueSource(strings = {"keyCompromise", "keycompromise", "KEY-COMPROMISE", "1"})
    void readsNamesAndNumbersOfRfc5280(String text) {
        assertThat(RevocationReason.of(text)).isEqualTo(RevocationReason.KEY_COMPROMISE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cACompromise", "2", "6", ""})
    void refusesTheOnesThatAreNotForSubscribers(String text) {
        assertThatThrownBy(() -> RevocationReason.of(text))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage("'" + text + "' is no reason for a revocation; expected one of unspecified (0),"
                        + " keyCompromise (1), affiliationChanged (3), superseded (4), cessationOfOperation (5)");
    }

    @Test
    void printsItselfAsItIsRead() {
        for (RevocationReason reason : RevocationReason.values()) {
            assertThat(RevocationReason.of(reason.toString())).isEqualTo(reason);
        }
    }
}
