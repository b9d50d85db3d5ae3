// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vpsdns.core.testing.FaultyDisk;
import io.github.vpsdns.core.testing.FaultyDisk.Crash;
import io.github.vpsdns.core.testing.FaultyDisk.Fault;
import io.github.vpsdns.core.testing.PowerCutDisk;
import io.github.vpsdns.core.testing.Trees;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DurableFilesTest {
    private static final byte[] OLD = {1, 1, 1, 1};
    private static final byte[] NEW = {2, 2, 2, 2, 2, 2};

    @TempDir
    Path directory;

    @ParameterizedTest
    @EnumSource(Fault.class)
    void replacesAFileWhollyOrNotAtAll(Fault fault) throws IOException {
        FaultyDisk counting = FaultyDisk.none();
        new DurableFiles(counting).replace(directory.resolve("counted"), NEW);
        assertThat(counting.steps()).isEqualTo(4);

        for (int step = 1; step <= counting.steps(); step++) {
            Path file = directory.resolve("file" + step);
            new DurableFiles(Disk.local()).replace(file, OLD);
            DurableFiles files = new DurableFiles(new FaultyDisk(fault, step));

            assertThatThrownBy(() -> files.replace(file, NEW)).isInstanceOfAny(IOException.class, Crash.class);

            assertThat(file).as("step %d", step).hasBinaryContent(step < 4 ? OLD : NEW);
        }
        assertThat(Trees.openToOthers(directory)).isEmpty();
    }

    @Test
    void leavesNoTemporaryFileAfterAFailure() throws IOException {
        DurableFiles files = new DurableFiles(new FaultyDisk(Fault.STAYS_FULL, 1));

        assertThatThrownBy(() -> files.replace(directory.resolve("f"), NEW)).hasMessageContaining("No space left");

        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void hasEverythingOnDiskBeforeItRenamesAndBeforeItReturns() throws IOException {
        PowerCutDisk disk = new PowerCutDisk();

        new DurableFiles(disk).replace(directory.resolve("f"), NEW);

        assertThat(disk.moves()).isEqualTo(1);
        assertThat(disk.unsynced()).isEmpty();
    }

    @Test
    void closesAFileThatWasOpenToOthersByReplacingIt() throws IOException {
        Path file = Files.write(directory.resolve("f"), OLD);

        new DurableFiles(Disk.local()).replace(file, NEW);

        assertThat(Trees.mode(file)).isEqualTo("rw-------");
    }

    @Test
    void relinksInOneStep() throws IOException {
        Path link = Files.createSymbolicLink(directory.resolve("link"), Path.of("old"));

        new DurableFiles(Disk.local()).relink(link, Path.of("new"));

        assertThat(Files.readSymbolicLink(link)).isEqualTo(Path.of("new"));
        assertThat(directory).isDirectoryNotContaining("glob:**.new-*");
    }

    @Test
    void createsAllOfAPathForTheOwnerAloneAndOnDisk() throws IOException {
        PowerCutDisk disk = new PowerCutDisk();

        new DurableFiles(disk).ensureDirectory(directory.resolve("a/b/c"));

        assertThat(directory.resolve("a/b/c")).isDirectory();
        assertThat(Trees.openToOthers(directory)).isEmpty();
        assertThat(disk.unsynced()).isEmpty();
    }

    @Test
    void doesNotTakeAFileForADirectory() throws IOException {
        Path file = Files.createFile(directory.resolve("f"));

        assertThatThrownBy(() -> new DurableFiles(Disk.local()).ensureDirectory(file))
                .isInstanceOf(FileAlreadyExistsException.class);
    }
}
