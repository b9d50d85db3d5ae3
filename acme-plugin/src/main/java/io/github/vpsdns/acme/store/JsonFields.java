// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.store;

import io.github.vpsdns.core.file.SmallFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/**
 * The fields of a JSON file, each taken once as what it must be; whatever is wrong or left over is refused with file and field.
 */
final class JsonFields {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final Path file;

    /** Where in the file the object is, such as {@code window.}; empty for the whole. */
    private final String at;

    private final JsonNode object;
    private final Set<String> left;

    private JsonFields(Path file, String at, JsonNode object) {
        this.file = file;
        this.at = at;
        this.object = object;
        this.left = new TreeSet<>(object.propertyNames());
    }

    /** Reads a file whose field {@code version} is the given one. */
    static JsonFields read(Path file, int version) {
        JsonNode json;
        try {
            json = JSON.readTree(SmallFiles.read(file));
        } catch (IOException e) {
            throw StoreException.reading(file, e);
        } catch (JacksonException e) {
            var at = e.getLocation();
            throw new StoreException(
                    "'" + file + "' is not valid JSON" + (at == null ? "" : " at line " + at.getLineNr()) + ": "
                            + e.getOriginalMessage()
                                    .lines()
                                    .findFirst()
                                    .orElse("it ends too early")
                                    .replaceFirst(" \\(start marker .*", ""),
                    e);
        }
        if (!json.isObject()) {
            throw new StoreException("'" + file + "' is not a JSON object; expected { ... }", null);
        }
        JsonFields fields = new JsonFields(file, "", json);
        JsonNode found = fields.required("version", "the number " + version);
        if (!found.isInt() || found.asInt() != version) {
            throw fields.refusal("version", found, "the number " + version + ", or a newer program");
        }
        return fields;
    }

    <T> T value(String field, String expected, Function<String, T> parse) {
        return convert(field, required(field, expected), expected, parse);
    }

    <T> @Nullable T optional(String field, String expected, Function<String, T> parse) {
        JsonNode node = take(field);
        return node == null || node.isNull() ? null : convert(field, node, expected, parse);
    }

    <T> List<T> list(String field, String expected, Function<String, T> parse) {
        JsonNode node = required(field, "a list, each " + expected);
        if (!node.isArray()) {
            throw refusal(field, node, "a list, each " + expected);
        }
        List<T> values = new ArrayList<>();
        for (int i = 0; i < node.size(); i++) {
            values.add(convert(field + "[" + i + "]", node.get(i), expected, parse));
        }
        return values;
    }

    boolean bool(String field) {
        JsonNode node = required(field, "true or false");
        if (!node.isBoolean()) {
            throw refusal(field, node, "true or false");
        }
        return node.asBoolean();
    }

    int number(String field) {
        JsonNode node = required(field, "a whole number");
        if (!node.isInt()) {
            throw refusal(field, node, "a whole number");
        }
        return node.asInt();
    }

    /** Reads an object that need not be there, as strictly as the whole file. */
    <T> @Nullable T object(String field, Function<JsonFields, T> constructor) {
        JsonNode node = take(field);
        if (node == null || node.isNull()) {
            return null;
        }
        if (!node.isObject()) {
            throw refusal(field, node, "an object { ... }");
        }
        return new JsonFields(file, at + field + ".", node).build(constructor);
    }

    /** Builds a value that checks itself from the fields taken, all of which must be taken by then. */
    <T> T build(Function<JsonFields, T> constructor) {
        T value;
        try {
            value = constructor.apply(this);
        } catch (IllegalArgumentException e) {
            throw new StoreException("'" + file + "' cannot be used: " + e.getMessage(), e);
        }
        if (!left.isEmpty()) {
            throw new StoreException(
                    "'" + file + "' has the unknown field '" + at
                            + left.iterator().next() + "'; it was written by a newer program or changed by hand",
                    null);
        }
        return value;
    }

    private <T> T convert(String field, JsonNode node, String expected, Function<String, T> parse) {
        if (!node.isString()) {
            throw refusal(field, node, expected);
        }
        try {
            return parse.apply(node.asString());
        } catch (IllegalArgumentException | java.time.DateTimeException e) {
            throw refusal(field, node, expected);
        }
    }

    private JsonNode required(String field, String expected) {
        return Optional.ofNullable(take(field))
                .orElseThrow(() -> new StoreException(
                        "'" + file + "' has no field '" + at + field + "'; expected " + expected, null));
    }

    private @Nullable JsonNode take(String field) {
        left.remove(field);
        return object.get(field);
    }

    private StoreException refusal(String field, JsonNode found, String expected) {
        return new StoreException("'" + file + "': '" + at + field + "' is " + found + "; expected " + expected, null);
    }
}
