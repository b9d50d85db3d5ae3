// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.journal;

import io.github.vpsdns.acme.journal.Journal.Entry;
import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.core.zone.RecordId;
import io.github.vpsdns.core.zone.ZoneId;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A journal line as JSON, one object a line. */
final class LineCodec {
    private static final ObjectMapper JSON = new JsonMapper();

    private LineCodec() {}

    /** Returns the line with its line end. */
    static String write(JournalLine line) {
        ObjectNode json = JSON.createObjectNode();
        if (line instanceof JournalLine.Opened opened) {
            Entry entry = opened.entry();
            json.put("op", "open")
                    .put("id", entry.id())
                    .put("name", entry.name().toString());
            json.put("value", entry.value()).put("at", entry.at().toString());
            putWhere(json, entry.zone(), entry.record());
        } else if (line instanceof JournalLine.Created created) {
            json.put("op", "created").put("id", created.id());
            putWhere(json, created.zone(), created.record());
        } else if (line instanceof JournalLine.Closed closed) {
            json.put("op", "closed").put("id", closed.id());
        }
        return JSON.writeValueAsString(json) + "\n";
    }

    private static void putWhere(ObjectNode json, @Nullable ZoneId zone, @Nullable RecordId record) {
        if (zone != null && record != null) {
            json.put("zone", zone.value()).put("record", record.value());
        }
    }

    /** Reads a line; empty if it is none of ours, such as the torn end of a file. */
    static Optional<JournalLine> read(String line) {
        try {
            JsonNode json = JSON.readTree(line);
            return switch (text(json, "op")) {
                case "open" -> Optional.of(new JournalLine.Opened(entry(json)));
                case "created" ->
                    Optional.of(new JournalLine.Created(
                            text(json, "id"), new ZoneId(text(json, "zone")), new RecordId(text(json, "record"))));
                case "closed" -> Optional.of(new JournalLine.Closed(text(json, "id")));
                default -> Optional.empty();
            };
        } catch (JacksonException | IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Entry entry(JsonNode json) {
        boolean placed = json.has("record");
        return new Entry(
                text(json, "id"),
                DomainName.of(text(json, "name")),
                text(json, "value"),
                Instant.parse(text(json, "at")),
                placed ? new ZoneId(text(json, "zone")) : null,
                placed ? new RecordId(text(json, "record")) : null);
    }

    private static String text(JsonNode json, String field) {
        JsonNode value = json.get(field);
        if (value == null || !value.isString()) {
            throw new IllegalArgumentException(field);
        }
        return value.asString();
    }
}
