// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.packaging;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Marks tests that make roots of their own. For any other user they are skipped with a message; with {@code CI=true} they fail. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(NeedsRoot.Condition.class)
@interface NeedsRoot {
    /** Asks who runs the tests. */
    final class Condition implements ExecutionCondition {
        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            if (Command.of("id", "-u").succeed().strip().equals("0")) {
                return ConditionEvaluationResult.enabled("this is root");
            }
            String why = context.getDisplayName() + " has to be run as root";
            if ("true".equals(System.getenv("CI"))) {
                throw new ExtensionConfigurationException(why);
            }
            System.err.println("SKIPPED: " + why);
            return ConditionEvaluationResult.disabled(why);
        }
    }
}
