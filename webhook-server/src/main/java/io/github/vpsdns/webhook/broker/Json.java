// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.broker;

import io.github.vpsdns.core.InvalidValueException;
import io.github.vpsdns.core.json.JsonTree;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Bodies of requests, read as JSON. */
final class Json {
    private Json() {}

    /**
     * Reads one object.
     *
     * @throws InvalidValueException if it is anything else
     */
    static JsonNode read(byte[] body) {
        JsonNode node;
        try {
            node = JsonTree.readStrictly(body);
        } catch (JacksonException e) {
            throw new InvalidValueException("the body is not JSON; expected an object");
        }
        if (!node.isObject()) {
            throw new InvalidValueException("the body is not a JSON object");
        }
        return node;
    }

    /** Tells whether an object has a member; capitals do not matter. */
    static boolean has(JsonNode object, String name) {
        return !member(object, name).isMissingNode();
    }

    /** Returns a text of an object; empty if it has none of that name. Capitals of names do not matter. */
    static String text(JsonNode object, String name) {
        JsonNode node = member(object, name);
        return node.isString() ? node.asString() : "";
    }

    /** As Go reads JSON, in which the servers that these protocols come from are written: Caddy's acmeproxy module sends "FQDN". */
    private static JsonNode member(JsonNode object, String name) {
        return object.has(name)
                ? object.get(name)
                : object.properties().stream()
                        .filter(member -> member.getKey().equalsIgnoreCase(name))
                        .map(Map.Entry::getValue)
                        .findFirst()
                        .orElseGet(() -> object.path(name));
    }
}
