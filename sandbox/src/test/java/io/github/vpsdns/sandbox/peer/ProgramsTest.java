// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.sandbox.peer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramsTest {
    @TempDir
    Path directory;

    @Test
    void findsInstalledPrograms() {
        assertThat(Programs.find("sh")).isPresent();
    }

    @Test
    void takesTheOneForTestsBeforeTheInstalledOne() throws IOException {
        Path own = program("sh", "rwx------");

        assertThat(Programs.find("sh", Stream.of(directory))).hasValue(own);
    }

    @Test
    void passesOverWhatCannotBeRun() throws IOException {
        program("no-such-program", "rw-------");

        assertThat(Programs.find("no-such-program", Stream.of(directory))).isEmpty();
    }

    @Test
    void looksInTheProjectFromAModulesDirectory() {
        assertThat(Programs.peers("", Path.of("/project/module")))
                .contains(Path.of("/project/module/.peers/bin"), Path.of("/project/.peers/bin"));
    }

    @Test
    void looksOnlyWhereThePropertySaysIfItIsSet() {
        assertThat(Programs.peers("/elsewhere", Path.of("/project"))).containsExactly(Path.of("/elsewhere"));
    }

    private Path program(String name, String mode) throws IOException {
        Path file = Files.writeString(directory.resolve(name), "#!/bin/sh\n");
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
    }
}
