// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * An example for people who do not write Java, adapted to a test: only names, ports and paths are replaced, and each replacement must find
 * what it replaces.
 *
 * @param name its path in the folder of examples
 * @param text what is in it by now
 */
record Example(String name, String text) {
    static final Path FOLDER = Path.of("../examples").toAbsolutePath().normalize();

    static Example of(String name) {
        try {
            return new Example(name, Files.readString(path(name)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where it is, for programs that read or run it as it is. */
    static Path path(String name) {
        return FOLDER.resolve(name);
    }

    /** Replaces all that is so, which must be there. */
    Example with(String before, String now) {
        assertThat(text).as(name).contains(before);
        return new Example(name, text.replace(before, now));
    }

    /** Writes it where a program looks for it, readable by its owner only. */
    Path writeTo(Path file) {
        return write(file, text);
    }

    static Path write(Path file, String content) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, content);
            return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
