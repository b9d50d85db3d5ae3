// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.sandbox.admin;

import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads a JSON object field by field, and at the end complains of those nobody asked for: a typo must not pass for a fault. */
final class Fields {
    private final JsonNode object;
    private final Set<String> known = new HashSet<>();

    private Fields(JsonNode object) {
        this.object = object;
    }

    static Fields of(byte[] body) {
        try {
            JsonNode parsed = JsonMapper.shared().readTree(body);
            if (parsed.isObject()) {
                return new Fields(parsed);
            }
        } catch (JacksonException e) {
            throw new IllegalArgumentException("The body is not JSON: " + e.getOriginalMessage() + ".", e);
        }
        throw new IllegalArgumentException("The body is not a JSON object; see the description of faults.");
    }

    Optional<String> text(String field) {
        return find(field).map(node -> {
            if (!node.isString()) {
                throw wrong(field, "a string");
            }
            return node.stringValue();
        });
    }

    Optional<Integer> integer(String field) {
        return find(field).map(node -> {
            if (!node.isInt()) {
                throw wrong(field, "a whole number");
            }
            return node.intValue();
        });
    }

    Optional<Duration> seconds(String field) {
        return find(field).map(node -> {
            if (!node.isNumber()) {
                throw wrong(field, "a number of seconds");
            }
            return Duration.ofMillis(Math.round(node.doubleValue() * 1000));
        });
    }

    Map<String, String> texts(String field) {
        Map<String, String> texts = new LinkedHashMap<>();
        find(field).ifPresent(node -> {
            if (!node.isObject()) {
                throw wrong(field, "an object of strings");
            }
            node.properties().forEach(e -> texts.put(e.getKey(), e.getValue().asString()));
        });
        return texts;
    }

    /** A number, or the word for no end. */
    Optional<Integer> integerOr(String field, String word, int itsValue) {
        boolean isWord = find(field).filter(JsonNode::isString).isPresent();
        return isWord && text(field).filter(word::equals).isPresent() ? Optional.of(itsValue) : integer(field);
    }

    <T> T need(Optional<T> value, String field) {
        return value.orElseThrow(() -> new IllegalArgumentException("The field '" + field + "' is missing."));
    }

    void refuseOthers() {
        object.propertyNames().stream()
                .filter(n -> !known.contains(n))
                .findFirst()
                .ifPresent(n -> {
                    throw new IllegalArgumentException("The field '" + n + "' means nothing here; there are "
                            + known.stream().sorted().toList() + ".");
                });
    }

    private Optional<JsonNode> find(String field) {
        known.add(field);
        return Optional.ofNullable(object.get(field)).filter(node -> !node.isNull());
    }

    private static IllegalArgumentException wrong(String field, String expected) {
        return new IllegalArgumentException("The field '" + field + "' is not " + expected + ".");
    }
}
