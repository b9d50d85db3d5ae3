// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.sandbox.junit;

import io.github.vpsdns.sandbox.bind.NamedServer;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets a test run only where BIND is installed. */
final class NamedCondition implements ExecutionCondition {
    private static final Logger log = LoggerFactory.getLogger(NamedCondition.class);

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return decide(context.getDisplayName(), NamedServer.installed(), "true".equals(System.getenv("CI")));
    }

    static ConditionEvaluationResult decide(String test, boolean installed, boolean ci) {
        if (installed) {
            return ConditionEvaluationResult.enabled("BIND is installed");
        }
        String why = test + " needs named and rndc of BIND 9; on Debian, install bind9.";
        if (ci) {
            throw new ExtensionConfigurationException(why);
        }
        log.warn("SKIPPED: {}", why);
        return ConditionEvaluationResult.disabled(why);
    }
}
