// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.sandbox.api;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** The JSON object of a call, its fields read as Django REST framework's serializer fields read them. */
final class Body {
    private final JsonNode object;

    private Body(JsonNode object) {
        this.object = object;
    }

    static Body of(Request request) {
        if (request.body().length == 0) {
            return new Body(Json.object());
        }
        String type = request.header("Content-Type").orElse("");
        if (!type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT).equals(Reply.JSON_TYPE)) {
            throw Refusal.unsupportedMediaType(type);
        }
        JsonNode parsed;
        try {
            parsed = Json.MAPPER.readTree(request.body());
        } catch (JacksonException e) {
            throw Refusal.unparsable(e.getOriginalMessage());
        }
        if (!parsed.isObject()) {
            throw Refusal.invalid(
                    null,
                    "Invalid data. Expected a dictionary, but got "
                            + parsed.getNodeType().name().toLowerCase(Locale.ROOT) + ".");
        }
        return new Body(parsed);
    }

    boolean has(String field) {
        return object.has(field);
    }

    /** CharField: outer white space is trimmed, numbers are taken for their text, blank is refused. */
    String text(String field) {
        JsonNode node = required(field);
        boolean textual = node.isString() || node.isNumber();
        if (!textual) {
            throw Refusal.invalid(field, node.isNull() ? "This field may not be null." : "Not a valid string.");
        }
        String text = node.asString().strip();
        if (text.isEmpty()) {
            throw Refusal.invalid(field, "This field may not be blank.");
        }
        if (text.indexOf('\0') >= 0) {
            throw Refusal.invalid(field, "Null characters are not allowed.");
        }
        return text;
    }

    Optional<String> optionalText(String field) {
        return has(field) ? Optional.of(text(field)) : Optional.empty();
    }

    /** IntegerField: also takes the text of a whole number. */
    int integer(String field, int min, int max) {
        JsonNode node = required(field);
        if (node.isNull()) {
            throw Refusal.invalid(field, "This field may not be null.");
        }
        String text = node.isNumber() || node.isString() ? node.asString().strip() : "";
        if (!text.matches("-?[0-9]{1,18}(\\.0*)?")) {
            throw Refusal.invalid(field, "A valid integer is required.");
        }
        long value = Long.parseLong(text.replaceFirst("\\..*", ""));
        if (value < min) {
            throw Refusal.invalid(field, "Ensure this value is greater than or equal to " + min + ".");
        }
        if (value > max) {
            throw Refusal.invalid(field, "Ensure this value is less than or equal to " + max + ".");
        }
        return (int) value;
    }

    /** A number that may be null or absent. */
    @Nullable
    Integer nullableInteger(String field, int min, int max) {
        JsonNode node = object.get(field);
        return node == null || node.isNull() ? null : (Integer) integer(field, min, max);
    }

    private JsonNode required(String field) {
        JsonNode node = object.get(field);
        if (node == null) {
            throw Refusal.invalid(field, "This field is required.");
        }
        return node;
    }
}
