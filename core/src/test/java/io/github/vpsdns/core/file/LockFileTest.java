// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpsdns.core.testing.ManualTime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LockFileTest {
    @TempDir
    private Path directory;

    private LockFile lock() {
        return new LockFile(directory.resolve("x.lock"), Disk.local(), new ManualTime());
    }

    @Test
    void isHeldByOne() throws IOException {
        try (LockFile first = lock();
                LockFile second = lock()) {
            assertThat(first.hold()).isTrue();
            assertThat(first.hold()).isTrue();
            assertThat(second.hold()).isFalse();
            assertThat(second.holder()).isEqualTo("in this process");
        }
    }

    @Test
    void isFreeWhenItIsClosed() throws IOException {
        LockFile first = lock();
        first.hold();
        first.close();
        first.close();

        try (LockFile second = lock()) {
            assertThat(second.hold()).isTrue();
        }
    }

    @Test
    void saysWhoHoldsIt() throws IOException {
        try (LockFile lock = lock()) {
            lock.hold();
        }

        Path file = directory.resolve("x.lock");
        assertThat(file).hasContent("process " + ProcessHandle.current().pid() + " since 2026-01-01T00:00:00Z");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }
}
