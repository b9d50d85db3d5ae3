// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.sandbox.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

class NamedConditionTest {
    @Test
    void testRunsWhereBindIsInstalled() {
        assertThat(NamedCondition.decide("aTest", true, true).isDisabled()).isFalse();
    }

    @Test
    void testIsSkippedWithAReasonWhereItIsNot() {
        ConditionEvaluationResult skipped = NamedCondition.decide("aTest", false, false);

        assertThat(skipped.isDisabled()).isTrue();
        assertThat(skipped.getReason()).hasValue("aTest needs named and rndc of BIND 9; on Debian, install bind9.");
    }

    @Test
    void testFailsWhereNobodyWouldReadTheReason() {
        assertThatThrownBy(() -> NamedCondition.decide("aTest", false, true))
                .isInstanceOf(ExtensionConfigurationException.class)
                .hasMessageContaining("install bind9");
    }
}
