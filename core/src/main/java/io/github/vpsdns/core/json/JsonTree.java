// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.json;

import java.io.InputStream;
import java.io.StringWriter;
import java.util.Map;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Trees of JSON (RFC 8259). Depth and length of what is read are bounded by Jackson's {@code StreamReadConstraints}.
 *
 * <p>Safe for use by several threads.
 */
public final class JsonTree {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final JsonFactory LENIENT = new JsonFactory();
    private static final JsonFactory STRICT = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    private static final ObjectWriteContext INDENTED = new ObjectWriteContext.Base() {
        @Override
        public PrettyPrinter getPrettyPrinter() {
            return new DefaultPrettyPrinter();
        }

        @Override
        public boolean hasPrettyPrinter() {
            return true;
        }
    };

    private JsonTree() {}

    /**
     * Creates an empty object to be filled.
     *
     * @return the object
     */
    public static ObjectNode object() {
        return NODES.objectNode();
    }

    /**
     * Begins to read a stream. Of members with the same name the last one counts.
     *
     * @param in UTF-8, or UTF-16 or UTF-32 as its first bytes tell
     * @return the parser, to be closed, which closes the stream
     */
    public static JsonParser parser(InputStream in) {
        return LENIENT.createParser(ObjectReadContext.empty(), in);
    }

    /**
     * Reads a whole document. Of members with the same name the last one counts.
     *
     * @param text one JSON value
     * @return the value, a {@link MissingNode} if there is nothing
     * @throws tools.jackson.core.JacksonException if it is anything else
     */
    public static JsonNode read(String text) {
        try (JsonParser parser = LENIENT.createParser(ObjectReadContext.empty(), text)) {
            return document(parser);
        }
    }

    /**
     * Reads a whole document in which no object has two members of one name.
     *
     * @param content one JSON value in UTF-8, UTF-16 or UTF-32
     * @return the value, a {@link MissingNode} if there is nothing
     * @throws tools.jackson.core.JacksonException if it is anything else
     */
    public static JsonNode readStrictly(byte[] content) {
        try (JsonParser parser = STRICT.createParser(ObjectReadContext.empty(), content)) {
            return document(parser);
        }
    }

    /**
     * Reads one value.
     *
     * @param parser stands at the value's first token; is left at its last
     * @return the value
     * @throws tools.jackson.core.JacksonException if the value is malformed or cut off
     */
    public static JsonNode value(JsonParser parser) {
        return switch (parser.currentToken()) {
            case START_OBJECT -> members(parser);
            case START_ARRAY -> elements(parser);
            case VALUE_STRING -> NODES.stringNode(parser.getString());
            case VALUE_NUMBER_INT -> whole(parser);
            case VALUE_NUMBER_FLOAT -> NODES.numberNode(parser.getDoubleValue());
            case VALUE_TRUE -> NODES.booleanNode(true);
            case VALUE_FALSE -> NODES.booleanNode(false);
            case VALUE_NULL -> NODES.nullNode();
            default -> throw new StreamReadException(parser, "no value begins here");
        };
    }

    /**
     * Returns a tree as text.
     *
     * @param node an object, array, text, number, truth value or null
     * @return JSON on one line
     */
    public static String text(JsonNode node) {
        return text(node, ObjectWriteContext.empty());
    }

    /**
     * Returns a tree as text for people.
     *
     * @param node an object, array, text, number, truth value or null
     * @return JSON with a line for each member of an object
     */
    public static String indented(JsonNode node) {
        return text(node, INDENTED);
    }

    private static JsonNode document(JsonParser parser) {
        if (parser.nextToken() == null) {
            return MissingNode.getInstance();
        }
        JsonNode node = value(parser);
        if (parser.nextToken() != null) {
            throw new StreamReadException(parser, "more than one value");
        }
        return node;
    }

    private static ObjectNode members(JsonParser parser) {
        ObjectNode object = NODES.objectNode();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            object.set(name, value(parser));
        }
        return object;
    }

    private static ArrayNode elements(JsonParser parser) {
        ArrayNode array = NODES.arrayNode();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            array.add(value(parser));
        }
        return array;
    }

    private static JsonNode whole(JsonParser parser) {
        return switch (parser.getNumberType()) {
            case INT -> NODES.numberNode(parser.getIntValue());
            case LONG -> NODES.numberNode(parser.getLongValue());
            default -> NODES.numberNode(parser.getBigIntegerValue());
        };
    }

    private static String text(JsonNode node, ObjectWriteContext context) {
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = LENIENT.createGenerator(context, text)) {
            write(node, generator);
        }
        return text.toString();
    }

    private static void write(JsonNode node, JsonGenerator generator) {
        switch (node.getNodeType()) {
            case OBJECT -> {
                generator.writeStartObject();
                for (Map.Entry<String, JsonNode> member : node.properties()) {
                    generator.writeName(member.getKey());
                    write(member.getValue(), generator);
                }
                generator.writeEndObject();
            }
            case ARRAY -> {
                generator.writeStartArray();
                for (JsonNode element : node) {
                    write(element, generator);
                }
                generator.writeEndArray();
            }
            case STRING -> generator.writeString(node.stringValue());
            case NUMBER -> writeNumber(node, generator);
            case BOOLEAN -> generator.writeBoolean(node.booleanValue());
            case NULL -> generator.writeNull();
            default -> throw new IllegalArgumentException("no JSON: " + node.getNodeType());
        }
    }

    private static void writeNumber(JsonNode node, JsonGenerator generator) {
        if (node.isIntegralNumber()) {
            generator.writeNumber(node.bigIntegerValue());
        } else {
            generator.writeNumber(node.doubleValue());
        }
    }
}
