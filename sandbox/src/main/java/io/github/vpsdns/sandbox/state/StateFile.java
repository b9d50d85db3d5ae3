// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.sandbox.state;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Keeps the sandbox's contents in one JSON file, replaced as a whole so that a reader or a crash never sees half of it. */
final class StateFile {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final Path file;

    StateFile(Path file) {
        this.file = file.toAbsolutePath();
    }

    /**
     * Reads the file.
     *
     * @return empty if there is no file yet
     * @throws UncheckedIOException if it cannot be read
     * @throws IllegalArgumentException if it is not a sandbox's state
     */
    Optional<Contents> read() {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(JSON.readValue(Files.readAllBytes(file), Contents.class));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the sandbox's state file " + file + ".", e);
        } catch (JacksonException | NullPointerException e) {
            throw new IllegalArgumentException(
                    "The file " + file + " is not the state of a sandbox; remove it or name another.", e);
        }
    }

    void write(List<AccessToken> tokens, List<SandboxZone> zones) {
        try {
            Path parent = file.getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            // createTempFile makes it readable by its owner only, which suits a file that holds tokens.
            Path next = Files.createTempFile(parent, file.getFileName().toString(), ".new");
            try {
                Files.write(next, JSON.writeValueAsBytes(new Contents(tokens, zones)));
                Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(next);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write the sandbox's state file " + file + ".", e);
        }
    }
}
