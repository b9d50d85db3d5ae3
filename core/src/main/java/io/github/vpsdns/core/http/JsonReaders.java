// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.http;

import io.github.vpsdns.core.json.JsonTree;
import java.util.function.Function;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.JsonNode;

/** Readers of answers that are JSON. */
public final class JsonReaders {
    private JsonReaders() {}

    /**
     * Returns a reader of one JSON value that is the whole body, which it closes.
     *
     * @param <T> what the value becomes
     * @param value makes it from a parser that stands before the value's first token; leaves it at the last
     * @return the reader
     */
    public static <T> ReplyReader<T> streamed(Function<JsonParser, T> value) {
        return reply -> {
            try (reply;
                    JsonParser parser = JsonTree.parser(reply.body())) {
                T result = value.apply(parser);
                if (parser.nextToken() != null) {
                    throw new UnexpectedShapeException("more than one JSON value");
                }
                return result;
            }
        };
    }

    /**
     * Returns a reader of one JSON object that is the whole body, which it closes.
     *
     * @param <T> what the object becomes
     * @param value makes it
     * @return the reader
     */
    public static <T> ReplyReader<T> object(Function<JsonNode, T> value) {
        return streamed(parser -> {
            if (parser.nextToken() == null) {
                throw new UnexpectedShapeException("an empty body");
            }
            JsonNode node = JsonTree.value(parser);
            if (!node.isObject()) {
                throw new UnexpectedShapeException("JSON that is no object");
            }
            return value.apply(node);
        });
    }
}
