// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretFileTest {
    @TempDir
    private Path directory;

    @Test
    void isReadWithoutTheSpaceAroundIt() throws IOException {
        assertThat(SecretFile.read(file("rw-------"), "--x")).isEqualTo("the secret");
    }

    @Test
    void isRefusedWhereTheGroupMayReadIt() throws IOException {
        Path file = file("r--r-----");

        assertThatThrownBy(() -> SecretFile.read(file, "--x"))
                .isInstanceOf(UsageException.class)
                .hasMessage("--x: '" + file + "' can be read by others than its owner; run: chmod 600 '" + file + "'");
    }

    @Test
    void isTakenFromSystemdWhoseAclLooksLikeAGroup() throws IOException {
        assertThat(SecretFile.read(file("r--r-----"), "--x", directory)).isEqualTo("the secret");
    }

    @Test
    void isRefusedWhereEverybodyMayReadItWhoeverGaveIt() throws IOException {
        Path file = file("r--r--r--");

        assertThatThrownBy(() -> SecretFile.read(file, "--x", directory)).isInstanceOf(UsageException.class);
    }

    private Path file(String mode) throws IOException {
        Path file = Files.writeString(directory.resolve("secret"), " the secret\n");
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
    }
}
