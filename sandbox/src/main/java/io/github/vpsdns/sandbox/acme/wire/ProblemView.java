// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.sandbox.acme.wire;

import io.github.vpsdns.sandbox.acme.model.Problem;
import io.github.vpsdns.sandbox.acme.model.Subproblem;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Problem documents as JSON (RFC 9457, RFC 8555 §6.7). */
public final class ProblemView {
    private ProblemView() {}

    /** The document. */
    public static ObjectNode of(Problem problem) {
        ObjectNode json = Json.object()
                .put("type", problem.type().urn())
                .put("detail", problem.detail())
                .put("status", problem.status());
        if (problem.instance() != null) {
            json.put("instance", problem.instance());
        }
        if (!problem.algorithms().isEmpty()) {
            ArrayNode algorithms = json.putArray("algorithms");
            problem.algorithms().forEach(algorithms::add);
        }
        if (!problem.subproblems().isEmpty()) {
            ArrayNode subproblems = json.putArray("subproblems");
            problem.subproblems().forEach(subproblem -> subproblems.add(of(subproblem)));
        }
        return json;
    }

    private static ObjectNode of(Subproblem subproblem) {
        ObjectNode json = Json.object().put("type", subproblem.type().urn()).put("detail", subproblem.detail());
        json.putObject("identifier").put("type", "dns").put("value", subproblem.domain());
        return json;
    }
}
