// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.api;

import io.github.vpsdns.core.InvalidValueException;
import io.github.vpsdns.core.http.UnexpectedShapeException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Members of the API's objects: strict about what identifies an object, lenient about what only describes it. */
final class JsonFields {
    private JsonFields() {}

    static String requireString(JsonNode object, String what, String name) {
        JsonNode value = object.path(name);
        if (!value.isString()) {
            throw new UnexpectedShapeException(what + " without '" + name + "'");
        }
        return value.stringValue();
    }

    static <T> T require(JsonNode object, String what, String name, Function<String, T> parse) {
        String value = requireString(object, what, name);
        try {
            return parse.apply(value);
        } catch (InvalidValueException e) {
            throw new UnexpectedShapeException(what + " with an unusable '" + name + "': " + e.getMessage());
        }
    }

    /** A whole number, also one written as a string; null for anything else. */
    static @Nullable Integer integer(JsonNode value) {
        if (value.isIntegralNumber()) {
            return value.canConvertToInt() ? value.intValue() : null;
        }
        if (value.isString()) {
            try {
                return Integer.valueOf(value.stringValue().strip());
            } catch (NumberFormatException e) {
                return null;
            }
        }
        return null;
    }

    /** ISO 8601 with or without fraction, offset and time of day; without an offset UTC is meant. Null for anything else. */
    static @Nullable Instant instant(JsonNode value) {
        if (!value.isString()) {
            return null;
        }
        String text = value.stringValue().strip().replace(' ', 'T');
        try {
            if (text.length() <= "2026-01-01".length()) {
                return LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
            }
            return hasOffset(text)
                    ? OffsetDateTime.parse(text).toInstant()
                    : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** What the account's page says the token may do; empty if it says nothing of it. */
    static Optional<Set<String>> permissions(JsonNode account) {
        JsonNode list = account.path("token").path("permissions");
        if (!list.isArray()) {
            return Optional.empty();
        }
        Set<String> names = new LinkedHashSet<>();
        for (JsonNode name : list) {
            name.stringValueOpt().ifPresent(names::add);
        }
        return Optional.of(Collections.unmodifiableSet(names));
    }

    private static boolean hasOffset(String text) {
        String time = text.substring(text.indexOf('T') + 1);
        return time.endsWith("Z") || time.indexOf('+') >= 0 || time.indexOf('-') >= 0;
    }
}
