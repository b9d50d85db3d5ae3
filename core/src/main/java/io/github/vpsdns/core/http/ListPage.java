// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.http;

import io.github.vpsdns.core.error.IncompleteListException;
import io.github.vpsdns.core.json.JsonTree;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;

/**
 * One answer of a list, read a few entries at a time: a bare array, or an object with {@code results} and perhaps {@code count}
 * and {@code next}, in any order. Reading and closing exclude each other, for they come from different threads.
 *
 * @param <T> what an entry becomes
 */
final class ListPage<T> implements AutoCloseable {
    private final Reply reply;
    private final JsonParser parser;
    private final Function<JsonNode, @Nullable T> entry;
    private final boolean array;
    private boolean inEntries;
    private boolean listed;
    private boolean atEnd;
    private @Nullable Long count;
    private @Nullable String next;

    private ListPage(Reply reply, JsonParser parser, Function<JsonNode, @Nullable T> entry, boolean array) {
        this.reply = reply;
        this.parser = parser;
        this.entry = entry;
        this.array = array;
        this.inEntries = array;
        this.listed = array;
    }

    /** Reads as far as it takes to know the shape. */
    static <T> ListPage<T> open(Reply reply, Function<JsonNode, @Nullable T> entry) {
        if (reply.status() != 200) {
            throw new UnexpectedShapeException("a status other than 200 for a list");
        }
        JsonParser parser = JsonTree.parser(reply.body());
        JsonToken first = parser.nextToken();
        if (first == null) {
            throw new UnexpectedShapeException("an empty body; expected a list");
        }
        if (first != JsonToken.START_ARRAY && first != JsonToken.START_OBJECT) {
            throw new UnexpectedShapeException("JSON that is no list");
        }
        return new ListPage<>(reply, parser, entry, first == JsonToken.START_ARRAY);
    }

    /** The next entries; fewer than asked for only at the end. */
    synchronized List<Entry<T>> read(int max, long before) throws IOException {
        List<Entry<T>> entries = new ArrayList<>();
        try {
            return reply.read(open -> {
                readUpTo(max, entries);
                return entries;
            });
        } catch (CutOffException e) {
            throw IncompleteListException.cutOff(reply.description(), before + entries.size(), reply.excerpt());
        }
    }

    private void readUpTo(int max, List<Entry<T>> entries) {
        try {
            while (entries.size() < max && !atEnd) {
                if (inEntries) {
                    readEntry(entries);
                } else {
                    readMember();
                }
            }
        } catch (JacksonException e) {
            throw reply.isCut(e) ? new CutOffException() : e;
        }
    }

    private void readEntry(List<Entry<T>> entries) {
        JsonToken token = nextToken();
        if (token == JsonToken.END_ARRAY) {
            inEntries = false;
            if (array) {
                finish();
            }
            return;
        }
        if (token != JsonToken.START_OBJECT) {
            throw new UnexpectedShapeException("a list with an entry that is no object");
        }
        JsonNode node = JsonTree.value(parser);
        JsonNode id = node.path("uuid");
        if (!id.isString()) {
            throw new UnexpectedShapeException("a list with an entry without 'uuid'");
        }
        entries.add(new Entry<>(id.stringValue(), entry.apply(node)));
    }

    private void readMember() {
        if (nextToken() == JsonToken.END_OBJECT) {
            if (!listed) {
                throw new UnexpectedShapeException("an object without 'results'; expected a list");
            }
            finish();
            return;
        }
        String name = parser.currentName();
        JsonToken value = nextToken();
        switch (name) {
            case "results" -> {
                if (value != JsonToken.START_ARRAY || listed) {
                    throw new UnexpectedShapeException("'results' that are no list");
                }
                inEntries = true;
                listed = true;
            }
            case "count" -> {
                if (value == JsonToken.VALUE_NUMBER_INT) {
                    count = parser.getLongValue();
                }
            }
            case "next" -> {
                if (value == JsonToken.VALUE_STRING && !parser.getString().isBlank()) {
                    next = parser.getString();
                } else if (value != JsonToken.VALUE_NULL && value != JsonToken.VALUE_STRING) {
                    throw new UnexpectedShapeException("'next' that is no link");
                }
            }
            default -> parser.skipChildren();
        }
    }

    private void finish() {
        if (parser.nextToken() != null) {
            throw new UnexpectedShapeException("more than one JSON value");
        }
        atEnd = true;
    }

    private JsonToken nextToken() {
        JsonToken token = parser.nextToken();
        if (token == null) {
            throw new CutOffException();
        }
        return token;
    }

    synchronized boolean atEnd() {
        return atEnd;
    }

    boolean isArray() {
        return array;
    }

    /** How many entries the whole list has, if the page says so; known at its end. */
    synchronized @Nullable Long count() {
        return count;
    }

    /** The link to the next page, if there is one; known at the page's end. */
    synchronized @Nullable String next() {
        return next;
    }

    @Override
    public synchronized void close() {
        reply.close();
    }

    /**
     * An entry with its id.
     *
     * @param id the API's id
     * @param value what it became, {@code null} if it is left out
     */
    record Entry<T>(String id, @Nullable T value) {}

    /** The JSON ended in the middle. */
    private static final class CutOffException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        CutOffException() {
            super(null, null, false, false);
        }
    }
}
