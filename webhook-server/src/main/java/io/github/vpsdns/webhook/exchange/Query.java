// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.exchange;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Parameters of a query or of a form, read as forgivingly as clients need: a percent sign that begins no escape stands for itself,
 * and a parameter may come again. They hold secrets and print as nothing. Immutable and thread-safe.
 */
public final class Query {
    private final Map<String, List<Parameter>> parameters;

    private record Parameter(String spaced, String literal) {}

    private Query(Map<String, List<Parameter>> parameters) {
        this.parameters = parameters;
    }

    /**
     * Reads {@code a=1&b=2}.
     *
     * @param text the raw text; may be empty
     * @return the parameters
     */
    public static Query parse(String text) {
        Map<String, List<Parameter>> parameters = new LinkedHashMap<>();
        for (String pair : text.split("&", -1)) {
            int equals = pair.indexOf('=');
            String name = decode(equals < 0 ? pair : pair.substring(0, equals), true);
            String value = equals < 0 ? "" : pair.substring(equals + 1);
            if (!name.isEmpty()) {
                parameters
                        .computeIfAbsent(name, any -> new ArrayList<>())
                        .add(new Parameter(decode(value, true), decode(value, false)));
            }
        }
        return new Query(parameters);
    }

    /**
     * Tells whether a parameter is there, with a value or without.
     *
     * @param name the parameter's exact name
     * @return whether it is there
     */
    public boolean has(String name) {
        return parameters.containsKey(name);
    }

    /**
     * Returns a parameter's first value.
     *
     * @param name the parameter's exact name
     * @return the value, {@code +} read as a space; empty if it is not there
     */
    public Optional<String> first(String name) {
        return all(name).stream().findFirst();
    }

    /**
     * Returns all values of a parameter.
     *
     * @param name the parameter's exact name
     * @return the values in order, {@code +} read as a space; immutable
     */
    public List<String> all(String name) {
        // Most of the many names that protocols ask for are not there.
        List<Parameter> found = parameters.get(name);
        return found == null ? List.of() : found.stream().map(Parameter::spaced).toList();
    }

    /**
     * Returns a parameter's first value as routers send it that escape nothing.
     *
     * @param name the parameter's exact name
     * @return the value, {@code +} read as itself; empty if it is not there
     */
    public Optional<String> literal(String name) {
        return parameters.getOrDefault(name, List.of()).stream()
                .map(Parameter::literal)
                .findFirst();
    }

    private static String decode(String text, boolean plusIsSpace) {
        if (text.indexOf('%') < 0 && text.indexOf('+') < 0) {
            return text;
        }
        byte[] from = text.getBytes(StandardCharsets.UTF_8);
        ByteBuffer to = ByteBuffer.allocate(from.length);
        for (int at = 0; at < from.length; at++) {
            int high = from[at] == '%' && at + 2 < from.length ? Character.digit(from[at + 1], 16) : -1;
            int low = high < 0 ? -1 : Character.digit(from[at + 2], 16);
            if (low >= 0) {
                to.put((byte) (high * 16 + low));
                at += 2;
            } else {
                to.put(plusIsSpace && from[at] == '+' ? (byte) ' ' : from[at]);
            }
        }
        return text(to.flip());
    }

    /** Old routers send Latin-1; what is no UTF-8 is taken for that. */
    private static String text(ByteBuffer bytes) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(bytes.duplicate()).toString();
        } catch (CharacterCodingException e) {
            return StandardCharsets.ISO_8859_1.decode(bytes).toString();
        }
    }

    @Override
    public String toString() {
        return "parameters";
    }
}
