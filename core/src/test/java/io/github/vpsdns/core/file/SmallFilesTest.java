// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmallFilesTest {
    @TempDir
    Path directory;

    @Test
    void readsUpToTheLimit() throws IOException {
        Path file = Files.write(directory.resolve("f"), new byte[SmallFiles.LIMIT]);

        assertThat(SmallFiles.read(file)).hasSize(SmallFiles.LIMIT);
    }

    @Test
    void refusesLongerFiles() throws IOException {
        Path file = Files.write(directory.resolve("f"), new byte[SmallFiles.LIMIT + 1]);

        assertThatThrownBy(() -> SmallFiles.read(file))
                .isInstanceOfSatisfying(
                        IOException.class,
                        failure -> assertThat(IoReason.of(failure)).isEqualTo("it is longer than 1048576 bytes"));
    }

    @ParameterizedTest
    @CsvSource({
        "rw-------,''",
        "r--------,''",
        "rwx------,''",
        "rw-r-----,rw-r-----",
        "rw----r--,rw----r--",
        "rw--w----,rw--w----"
    })
    void tellsWhoElseMayUseAFile(String mode, String shared) throws IOException {
        Path file = Files.createFile(directory.resolve("f"));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));

        assertThat(SmallFiles.sharedMode(file)).isEqualTo(shared);
    }
}
