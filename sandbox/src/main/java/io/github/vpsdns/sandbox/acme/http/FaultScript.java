// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.sandbox.acme.http;

import io.github.vpsdns.sandbox.acme.control.AcmeFault;
import io.github.vpsdns.sandbox.acme.control.AcmeFaults;
import io.github.vpsdns.sandbox.acme.control.Endpoint;
import io.github.vpsdns.sandbox.acme.model.Problem;
import io.github.vpsdns.sandbox.acme.model.ProblemException;
import io.github.vpsdns.sandbox.acme.model.ProblemType;
import io.github.vpsdns.sandbox.acme.model.RetryAfter;
import io.github.vpsdns.sandbox.acme.model.Subproblem;
import io.github.vpsdns.sandbox.acme.wire.Json;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A fault as JSON. Where: {@code endpoint}, or {@code validationOf} a domain, or {@code "issuing": true}. How often:
 * {@code skip}, {@code times} (0 for always). What: {@code kind} {@code problem} (the default, with {@code type},
 * {@code status}, {@code detail}, {@code instance}, {@code subproblems}), {@code page} ({@code status}), {@code delay}
 * ({@code delayMillis}) or {@code drop} ({@code handled}); {@code retryAfter} in seconds, {@code retryAfterAsDate}.
 */
final class FaultScript {
    private static final Set<String> MEMBERS = Set.of(
            "endpoint",
            "validationOf",
            "issuing",
            "skip",
            "times",
            "kind",
            "type",
            "status",
            "detail",
            "instance",
            "subproblems",
            "delayMillis",
            "handled",
            "retryAfter",
            "retryAfterAsDate");
    private static final int UNAVAILABLE = 503;

    private FaultScript() {}

    /** What to do with the faults there are. */
    static Consumer<AcmeFaults> read(ObjectNode json) {
        Set<String> unknown = new TreeSet<>(json.propertyNames());
        unknown.removeAll(MEMBERS);
        if (!unknown.isEmpty()) {
            throw ProblemException.malformed(
                    "the fault has unknown members " + unknown + ", known are " + new TreeSet<>(MEMBERS));
        }
        int skip = number(json, "skip", 0);
        int asked = number(json, "times", 1);
        int times = asked == 0 ? AcmeFaults.ALWAYS : asked;
        if (json.has("validationOf")) {
            String domain = Json.requiredText(json, "validationOf");
            Problem problem = problem(json);
            return faults -> faults.failValidation(domain, times, problem);
        }
        if (Json.flag(json, "issuing")) {
            Problem problem = problem(json);
            return faults -> faults.failIssuing(times, problem);
        }
        Endpoint endpoint = endpoint(Json.requiredText(json, "endpoint"));
        AcmeFault fault = fault(json);
        return faults -> faults.add(endpoint, skip, times, fault);
    }

    private static Endpoint endpoint(String word) {
        return Endpoint.parse(word)
                .orElseThrow(() -> ProblemException.malformed("there is no endpoint \"" + word + "\", only "
                        + Arrays.stream(Endpoint.values()).map(Endpoint::word).collect(Collectors.joining(", "))));
    }

    private static AcmeFault fault(ObjectNode json) {
        String kind = Json.text(json, "kind").orElse("problem");
        return switch (kind) {
            case "problem" -> new AcmeFault.Refusal(problem(json), retryAfter(json));
            case "page" -> new AcmeFault.Page(number(json, "status", UNAVAILABLE), retryAfter(json));
            case "delay" -> AcmeFault.delay(Duration.ofMillis(number(json, "delayMillis", 0)));
            case "drop" -> new AcmeFault.Drop(Json.flag(json, "handled"));
            default ->
                throw ProblemException.malformed("kind \"" + kind + "\" is not one of problem, page, delay, drop");
        };
    }

    private static Problem problem(ObjectNode json) {
        ProblemType type = type(Json.requiredText(json, "type"));
        List<Subproblem> subproblems = Json.elements(json, "subproblems").stream()
                .map(FaultScript::subproblem)
                .toList();
        Problem problem = Problem.of(type, Json.text(json, "detail").orElse("scripted problem"))
                .withStatus(number(json, "status", type.status()))
                .withSubproblems(subproblems);
        return Json.text(json, "instance").map(problem::withInstance).orElse(problem);
    }

    private static Subproblem subproblem(JsonNode json) {
        return new Subproblem(
                type(Json.requiredText(json, "type")),
                Json.text(json, "detail").orElse("scripted problem"),
                Json.requiredText(json, "domain"));
    }

    private static ProblemType type(String word) {
        return ProblemType.parse(word)
                .orElseThrow(() -> ProblemException.malformed("there is no problem type \"" + word + "\""));
    }

    private static @Nullable RetryAfter retryAfter(ObjectNode json) {
        return json.has("retryAfter")
                ? new RetryAfter(Duration.ofSeconds(number(json, "retryAfter", 0)), Json.flag(json, "retryAfterAsDate"))
                : null;
    }

    private static int number(ObjectNode json, String member, int otherwise) {
        JsonNode value = json.path(member);
        if (value.isMissingNode()) {
            return otherwise;
        }
        if (!value.isInt()) {
            throw ProblemException.malformed("\"" + member + "\" is not a whole number");
        }
        return value.intValue();
    }
}
