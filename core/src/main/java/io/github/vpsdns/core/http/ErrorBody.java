// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.http;

import io.github.vpsdns.core.json.JsonTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * What the body of an error says. Documented is {@code {"detail", "error_code", "field"}}; the framework behind the API also
 * sends lists, maps from field to messages, and both nested in {@code detail}.
 *
 * @param isJson whether the body is a JSON object or list
 * @param code the {@code error_code}, or {@code null}
 * @param field the field that is wrong, or {@code null}
 * @param detail the messages on one line, empty if there are none
 */
record ErrorBody(
        boolean isJson, @Nullable String code, @Nullable String field, String detail) {
    private static final int DETAIL_LIMIT = 500;
    private static final int TEXT_LIMIT = 200;
    private static final String NO_FIELD = "non_field_errors";

    static ErrorBody parse(String body) {
        @Nullable JsonNode json = json(body);
        if (json == null) {
            return new ErrorBody(false, null, null, oneLine(body, TEXT_LIMIT));
        }
        @Nullable String code = string(json.path("error_code"));
        @Nullable String field = string(json.path("field"));
        JsonNode detail = json.path("detail");
        List<Message> messages = new ArrayList<>();
        collect(detail.isMissingNode() ? json : detail, null, messages);
        if (field == null) {
            field = messages.stream()
                    .map(Message::field)
                    .filter(name -> name != null)
                    .findFirst()
                    .orElse(null);
        }
        List<String> lines = new ArrayList<>();
        boolean single = messages.size() == 1;
        messages.forEach(message -> lines.add(single ? message.text() : message.toString()));
        return new ErrorBody(true, code, field, oneLine(String.join("; ", lines), DETAIL_LIMIT));
    }

    private static @Nullable JsonNode json(String body) {
        try {
            JsonNode json = JsonTree.read(body);
            return json.isObject() || json.isArray() ? json : null;
        } catch (JacksonException e) {
            return null;
        }
    }

    private static void collect(JsonNode node, @Nullable String field, List<Message> messages) {
        if (node.isObject()) {
            for (Map.Entry<String, JsonNode> member : node.properties()) {
                String name = member.getKey();
                collect(member.getValue(), name.equals(NO_FIELD) ? field : inside(field, name), messages);
            }
        } else if (node.isArray()) {
            for (JsonNode element : node) {
                collect(element, field, messages);
            }
        } else if (!node.isNull() && !node.isMissingNode()) {
            messages.add(new Message(field, node.asString("")));
        }
    }

    private static String inside(@Nullable String outer, String name) {
        return outer == null ? name : outer + "." + name;
    }

    private static @Nullable String string(JsonNode node) {
        return node.isString() ? node.stringValue() : null;
    }

    private static String oneLine(String text, int limit) {
        String line = text.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
        return line.length() <= limit ? line : line.substring(0, limit - 3) + "...";
    }

    private record Message(@Nullable String field, String text) {
        @Override
        public String toString() {
            return field == null ? text : field + ": " + text;
        }
    }
}
