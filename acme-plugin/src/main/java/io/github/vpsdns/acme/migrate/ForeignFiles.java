// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.migrate;

import io.github.vpsdns.core.file.IoReason;
import io.github.vpsdns.core.file.SmallFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Another client's files, with a sentence for each that cannot be read. Stateless. */
final class ForeignFiles {
    private static final JsonMapper JSON = new JsonMapper();

    private ForeignFiles() {}

    static String text(Path file) {
        try {
            return new String(SmallFiles.read(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    static List<Path> list(Path directory) {
        try {
            return SmallFiles.list(directory);
        } catch (IOException e) {
            throw unreadable(directory, e);
        }
    }

    static JsonNode json(Path file) {
        String text = text(file);
        try {
            return JSON.readTree(text);
        } catch (JacksonException e) {
            // Without the cause: a parser's message may quote what it read, and this may be a key.
            throw new MigrationException("'" + file + "' is not valid JSON", null);
        }
    }

    static String string(JsonNode json, String field, Path file) {
        JsonNode node = json.path(field);
        if (!node.isString()) {
            throw new MigrationException("'" + file + "' has no text '" + field + "'", null);
        }
        return node.asString();
    }

    private static MigrationException unreadable(Path path, IOException e) {
        return new MigrationException("cannot read '" + path + "': " + IoReason.of(e), e);
    }
}
