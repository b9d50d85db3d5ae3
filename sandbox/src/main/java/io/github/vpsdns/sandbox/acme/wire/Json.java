// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.sandbox.acme.wire;

import io.github.vpsdns.sandbox.acme.model.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads JSON strictly, answering what does not fit with a {@code malformed} problem, and writes it. */
public final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private Json() {}

    /** An empty object to fill. */
    public static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    /** Any JSON value as text. */
    public static String text(JsonNode node) {
        return MAPPER.writeValueAsString(node);
    }

    /**
     * Reads an object.
     *
     * @param what what it is, for the problem's text
     * @throws ProblemException {@code malformed} if it is not one JSON object
     */
    public static ObjectNode readObject(String text, String what) {
        try {
            if (MAPPER.readTree(text) instanceof ObjectNode object) {
                return object;
            }
        } catch (JacksonException e) {
            throw ProblemException.malformed(what + " is not JSON: " + e.getOriginalMessage());
        }
        throw ProblemException.malformed(what + " is not a JSON object");
    }

    /** The string member, empty if there is none. */
    public static Optional<String> text(JsonNode object, String member) {
        JsonNode value = object.path(member);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isString()) {
            throw ProblemException.malformed("\"" + member + "\" is not a string");
        }
        return Optional.of(value.stringValue());
    }

    /** The string member, which must be there. */
    public static String requiredText(JsonNode object, String member) {
        return text(object, member).orElseThrow(() -> ProblemException.malformed("\"" + member + "\" is missing"));
    }

    /** The boolean member, false if there is none. */
    public static boolean flag(JsonNode object, String member) {
        JsonNode value = object.path(member);
        if (!value.isMissingNode() && !value.isBoolean()) {
            throw ProblemException.malformed("\"" + member + "\" is not true or false");
        }
        return value.asBoolean(false);
    }

    /** The array member's elements, empty if there is none. */
    public static List<JsonNode> elements(JsonNode object, String member) {
        JsonNode value = object.path(member);
        if (!value.isMissingNode() && !value.isArray()) {
            throw ProblemException.malformed("\"" + member + "\" is not an array");
        }
        List<JsonNode> elements = new ArrayList<>();
        value.forEach(elements::add);
        return elements;
    }
}
