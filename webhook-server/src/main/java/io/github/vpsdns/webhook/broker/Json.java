// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.broker;

import io.github.vpsdns.core.InvalidValueException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** JSON in and out. */
final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Json() {}

    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    /**
     * Reads one object.
     *
     * @throws InvalidValueException if it is anything else
     */
    static JsonNode read(byte[] body) {
        JsonNode node;
        try {
            node = MAPPER.readTree(body);
        } catch (JacksonException e) {
            throw new InvalidValueException("the body is not JSON; expected an object");
        }
        if (!node.isObject()) {
            throw new InvalidValueException("the body is not a JSON object");
        }
        return node;
    }

    /** Returns a text of an object; empty if it has none of that name. */
    static String text(JsonNode object, String name) {
        JsonNode node = object.path(name);
        return node.isString() ? node.asString() : "";
    }
}
