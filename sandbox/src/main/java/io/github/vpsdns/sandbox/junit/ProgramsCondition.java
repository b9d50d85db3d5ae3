// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.sandbox.junit;

import io.github.vpsdns.sandbox.peer.Programs;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets a test run only where its programs are installed. */
final class ProgramsCondition implements ExecutionCondition {
    private static final Logger log = LoggerFactory.getLogger(ProgramsCondition.class);

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        List<String> missing = context
                .getElement()
                .flatMap(element -> AnnotationSupport.findAnnotation(element, NeedsPrograms.class))
                .stream()
                .flatMap(needs -> Stream.of(needs.value()))
                .filter(program -> Programs.find(program).isEmpty())
                .toList();
        return decide(context.getDisplayName(), missing, "true".equals(System.getenv("CI")));
    }

    static ConditionEvaluationResult decide(String test, List<String> missing, boolean ci) {
        if (missing.isEmpty()) {
            return ConditionEvaluationResult.enabled("all programs are installed");
        }
        String why = test + " needs programs that are not installed: " + String.join(", ", missing);
        if (ci) {
            throw new ExtensionConfigurationException(why);
        }
        log.warn("SKIPPED: {}", why);
        return ConditionEvaluationResult.disabled(why);
    }
}
