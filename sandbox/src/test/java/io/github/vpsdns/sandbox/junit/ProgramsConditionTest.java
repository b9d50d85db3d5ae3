// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.sandbox.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

class ProgramsConditionTest {
    @Test
    void testRunsWhereItsProgramsAreInstalled() {
        assertThat(ProgramsCondition.decide("aTest", List.of(), true).isDisabled())
                .isFalse();
    }

    @Test
    void testIsSkippedWithAReasonWhereOneIsNot() {
        ConditionEvaluationResult skipped = ProgramsCondition.decide("aTest", List.of("named"), false);

        assertThat(skipped.isDisabled()).isTrue();
        assertThat(skipped.getReason()).hasValue("aTest needs programs that are not installed: named");
    }

    @Test
    void testFailsWhereNobodyWouldReadTheReason() {
        assertThatThrownBy(() -> ProgramsCondition.decide("aTest", List.of("named", "rndc"), true))
                .isInstanceOf(ExtensionConfigurationException.class)
                .hasMessageContaining("named, rndc");
    }
}
