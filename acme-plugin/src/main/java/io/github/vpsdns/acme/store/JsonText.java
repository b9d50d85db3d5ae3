// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.store;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A JSON file in the making, for people to read: one field a line, in the order they are put. */
final class JsonText {
    private static final ObjectMapper JSON = new JsonMapper();

    private final ObjectNode object;

    JsonText(int version) {
        this(JSON.createObjectNode());
        object.put("version", version);
    }

    private JsonText(ObjectNode object) {
        this.object = object;
    }

    /** Puts an object, whose fields are to be put into what the filler gets. */
    JsonText object(String field, Consumer<JsonText> filler) {
        filler.accept(new JsonText(object.putObject(field)));
        return this;
    }

    JsonText put(String field, Object value) {
        object.put(field, value.toString());
        return this;
    }

    JsonText put(String field, boolean value) {
        object.put(field, value);
        return this;
    }

    JsonText put(String field, int value) {
        object.put(field, value);
        return this;
    }

    JsonText putIfPresent(String field, @Nullable Object value) {
        return value == null ? this : put(field, value);
    }

    JsonText put(String field, List<?> values) {
        var array = object.putArray(field);
        values.forEach(value -> array.add(value.toString()));
        return this;
    }

    byte[] bytes() {
        return (JSON.writerWithDefaultPrettyPrinter().writeValueAsString(object) + "\n")
                .getBytes(StandardCharsets.UTF_8);
    }
}
