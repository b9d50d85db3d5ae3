// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.e2e;

import io.github.vpsdns.sandbox.bind.NamedServer;
import io.github.vpsdns.sandbox.peer.PebbleServer;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Runs against Pebble and BIND9; where these are missing the tests are skipped aloud, and with {@code CI=true} they fail. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(NeedsPeers.Condition.class)
@interface NeedsPeers {
    final class Condition implements ExecutionCondition {
        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            List<String> missing = new ArrayList<>();
            if (!NamedServer.installed()) {
                missing.add("bind9");
            }
            if (!PebbleServer.isInstalled()) {
                missing.add("pebble");
            }
            if (missing.isEmpty()) {
                return ConditionEvaluationResult.enabled("all peers are installed");
            }
            String sentence = context.getDisplayName() + " needs the Debian packages " + String.join(", ", missing);
            if ("true".equals(System.getenv("CI"))) {
                throw new IllegalStateException(sentence + "; in CI they must be there");
            }
            System.err.println("SKIPPED: " + sentence + "; script/bootstrap --tests installs them");
            return ConditionEvaluationResult.disabled(sentence);
        }
    }
}
