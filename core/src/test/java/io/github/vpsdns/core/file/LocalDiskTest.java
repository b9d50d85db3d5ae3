// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vpsdns.core.testing.Trees;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalDiskTest {
    private final Disk disk = Disk.local();

    @TempDir
    Path directory;

    @Test
    void createsFilesAndDirectoriesForTheOwnerAlone() throws IOException {
        disk.createDirectory(directory.resolve("d"));
        disk.createFile(directory.resolve("f"), new byte[] {1});

        assertThat(Trees.mode(directory.resolve("d"))).isEqualTo("rwx------");
        assertThat(Trees.mode(directory.resolve("f"))).isEqualTo("rw-------");
    }

    @Test
    void doesNotWriteThroughALinkThatSomebodyPutThere() throws IOException {
        Path victim = Files.writeString(directory.resolve("victim"), "old");
        Path link = Files.createSymbolicLink(directory.resolve("link"), victim);

        assertThatThrownBy(() -> disk.createFile(link, new byte[] {1})).isInstanceOf(FileAlreadyExistsException.class);
        assertThat(victim).hasContent("old");
    }

    @Test
    void finishesEveryStepWhileTheThreadIsInterrupted() throws IOException {
        Path file = directory.resolve("f");
        Thread.currentThread().interrupt();

        disk.createFile(file, new byte[] {1, 2});
        disk.sync(file);
        disk.sync(directory);
        disk.move(file, directory.resolve("g"));

        assertThat(Thread.interrupted()).isTrue();
        assertThat(directory.resolve("g")).hasBinaryContent(new byte[] {1, 2});
    }
}
