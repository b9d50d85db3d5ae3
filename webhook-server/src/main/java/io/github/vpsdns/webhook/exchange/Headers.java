// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Header fields, whose names are the same in any case (RFC 9110 section 5.1). They hold secrets and print as nothing. Immutable and
 * thread-safe.
 */
public final class Headers {
    private final List<Field> fields;

    /**
     * One line of a header.
     *
     * @param name its name, in any case
     * @param value what stands behind the colon
     */
    public record Field(String name, String value) {
        /** Returns the name alone: values hold secrets. */
        @Override
        public String toString() {
            return name;
        }
    }

    /**
     * Copies header fields.
     *
     * @param fields the fields in the order of the request
     */
    public Headers(List<Field> fields) {
        this.fields = List.copyOf(fields);
    }

    /**
     * Copies header fields.
     *
     * @param fields values by name
     */
    public Headers(Map<String, List<String>> fields) {
        this(fields.entrySet().stream()
                .flatMap(field -> field.getValue().stream().map(value -> new Field(field.getKey(), value)))
                .toList());
    }

    /**
     * Returns a field's first value.
     *
     * @param name the field's name in any case
     * @return the value, or empty if there is no such field
     */
    public Optional<String> first(String name) {
        for (Field field : fields) {
            if (field.name.equalsIgnoreCase(name)) {
                return Optional.of(field.value);
            }
        }
        return Optional.empty();
    }

    /**
     * Returns all values of a field.
     *
     * @param name the field's name in any case
     * @return the values in the order of the request, none if there is no such field; immutable
     */
    public List<String> all(String name) {
        List<String> values = new ArrayList<>(1);
        for (Field field : fields) {
            if (field.name.equalsIgnoreCase(name)) {
                values.add(field.value);
            }
        }
        return List.copyOf(values);
    }

    @Override
    public String toString() {
        return "headers";
    }
}
