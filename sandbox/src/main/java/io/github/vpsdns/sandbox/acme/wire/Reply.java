// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.sandbox.acme.wire;

import io.github.vpsdns.sandbox.acme.model.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * An HTTP answer.
 *
 * @param status HTTP status
 * @param headers names and values in order; a name may come more than once
 * @param body text, sent as UTF-8; may be empty
 */
public record Reply(int status, List<Map.Entry<String, String>> headers, String body) {

    /** Copies the list. */
    public Reply {
        headers = List.copyOf(headers);
    }

    /** With no body. */
    public static Reply empty(int status) {
        return new Reply(status, List.of(), "");
    }

    /** With a JSON body. */
    public static Reply json(int status, JsonNode body) {
        return of(status, "application/json", Json.text(body));
    }

    /** With any body. */
    public static Reply of(int status, String contentType, String body) {
        return new Reply(status, List.of(Map.entry("Content-Type", contentType)), body);
    }

    /** With a problem document. */
    public static Reply problem(Problem problem) {
        return of(problem.status(), "application/problem+json", Json.text(ProblemView.of(problem)));
    }

    /** The same with one more header. */
    public Reply with(String name, String value) {
        List<Map.Entry<String, String>> more = new ArrayList<>(headers);
        more.add(Map.entry(name, value));
        return new Reply(status, more, body);
    }
}
