// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.ddns.memory;

import io.github.vpsdns.core.InvalidValueException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The members of a JSON object, each taken as what it must be. What is wrong is refused with its place; members that nobody asks for
 * are passed over.
 */
final class Members {
    private final String at;
    private final JsonNode object;

    Members(String at, JsonNode object) {
        this.at = at;
        this.object = object;
        if (!object.isObject()) {
            throw refusal("", "expected an object");
        }
    }

    <T> T text(String member, Function<String, T> parse) {
        return parsed(member, object.get(member), parse);
    }

    <T> @Nullable T optionalText(String member, Function<String, T> parse) {
        JsonNode node = object.get(member);
        return node == null || node.isNull() ? null : parsed(member, node, parse);
    }

    Instant instant(String member) {
        return text(member, Instant::parse);
    }

    int number(String member) {
        JsonNode node = object.get(member);
        if (node == null || !node.isInt()) {
            throw refusal(member, "expected a whole number");
        }
        return node.asInt();
    }

    boolean has(String member) {
        return object.hasNonNull(member);
    }

    <T> List<T> texts(String member, Function<String, T> parse) {
        List<T> values = new ArrayList<>();
        for (JsonNode node : array(member)) {
            values.add(parsed(member + "[" + values.size() + "]", node, parse));
        }
        return values;
    }

    List<Members> objects(String member) {
        List<Members> values = new ArrayList<>();
        for (JsonNode node : array(member)) {
            values.add(new Members(at + member + "[" + values.size() + "].", node));
        }
        return values;
    }

    Members object(String member) {
        return new Members(at + member + ".", present(member));
    }

    private JsonNode array(String member) {
        JsonNode node = present(member);
        if (!node.isArray()) {
            throw refusal(member, "expected a list");
        }
        return node;
    }

    private JsonNode present(String member) {
        JsonNode node = object.get(member);
        if (node == null) {
            throw refusal(member, "it is missing");
        }
        return node;
    }

    /** Makes a value that checks itself. */
    <T> T value(Function<Members, T> constructor) {
        try {
            return constructor.apply(this);
        } catch (InvalidValueException e) {
            throw new UnusableMemoryException("in it " + place("") + " is not right: " + e.getMessage(), e);
        }
    }

    private <T> T parsed(String member, @Nullable JsonNode node, Function<String, T> parse) {
        if (node == null || !node.isString()) {
            throw refusal(member, "expected text");
        }
        try {
            return parse.apply(node.asString());
        } catch (InvalidValueException | DateTimeException e) {
            throw new UnusableMemoryException("in it " + place(member) + " is not right: " + e.getMessage(), e);
        }
    }

    UnusableMemoryException refusal(String member, String expected) {
        return new UnusableMemoryException("in it " + place(member) + " is not right; " + expected, null);
    }

    private String place(String member) {
        String place = at + member;
        return place.isEmpty()
                ? "the whole"
                : "'" + (place.endsWith(".") ? place.substring(0, place.length() - 1) : place) + "'";
    }
}
