// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.exchange;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Header fields, whose names are the same in any case (RFC 9110 section 5.1). They hold secrets and print as nothing. Immutable and
 * thread-safe.
 */
public final class Headers {
    private final Map<String, List<String>> fields = new HashMap<>();

    /**
     * Copies header fields.
     *
     * @param fields values by name
     */
    public Headers(Map<String, List<String>> fields) {
        fields.forEach((name, values) -> this.fields.put(name.toLowerCase(Locale.ROOT), List.copyOf(values)));
    }

    /**
     * Returns a field's first value.
     *
     * @param name the field's name in any case
     * @return the value, or empty if there is no such field
     */
    public Optional<String> first(String name) {
        return all(name).stream().findFirst();
    }

    /**
     * Returns all values of a field.
     *
     * @param name the field's name in any case
     * @return the values in the order of the request, none if there is no such field; immutable
     */
    public List<String> all(String name) {
        return fields.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
    }

    @Override
    public String toString() {
        return "headers";
    }
}
