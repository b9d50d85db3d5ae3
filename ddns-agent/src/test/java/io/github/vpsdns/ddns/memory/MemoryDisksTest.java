// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.ddns.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.vpsdns.core.file.Disk;
import io.github.vpsdns.core.testing.FaultyDisk;
import io.github.vpsdns.core.testing.ManualTime;
import io.github.vpsdns.core.testing.PowerCutDisk;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Disks on which a step fails, the power goes or there is no room. */
@Timeout(60)
class MemoryDisksTest {
    private static final Memory OLD = new RandomMemory(11).next();
    private static final Memory NEW = new RandomMemory(12).next();

    @TempDir
    Path directory;

    private final ManualTime time = new ManualTime();

    @ParameterizedTest
    @EnumSource(FaultyDisk.Fault.class)
    void afterAFaultAtAnyStepTheOldOrTheNewIsWhole(FaultyDisk.Fault fault) {
        FaultyDisk counting = FaultyDisk.none();
        saveOn(counting, directory.resolve("counted"));
        assertThat(counting.steps()).isGreaterThan(5);

        for (int step = 1; step <= counting.steps(); step++) {
            Path path = directory.resolve("at-" + step).resolve("ddns.json");
            saveOn(Disk.local(), path, OLD);
            try {
                saveOn(new FaultyDisk(fault, step), path, NEW);
            } catch (MemoryUnsavedException | FaultyDisk.Crash e) {
                assertThat(load(path)).as("after step %d", step).isIn(OLD, NEW);
                continue;
            }
            assertThat(load(path)).as("after step %d", step).isEqualTo(NEW);
        }
    }

    @Test
    void aFaultOnTheWayToTheFirstFileLeavesNoneOrAWholeOne() {
        FaultyDisk counting = FaultyDisk.none();
        saveOn(counting, directory.resolve("counted/ddns.json"));
        for (int step = 1; step <= counting.steps(); step++) {
            Path path = directory.resolve("first-" + step).resolve("ddns.json");
            try {
                saveOn(new FaultyDisk(FaultyDisk.Fault.CRASHES, step), path);
            } catch (FaultyDisk.Crash e) {
                assertThat(load(path)).as("after step %d", step).isIn(Memory.EMPTY, NEW);
                continue;
            }
            assertThat(load(path)).as("after step %d", step).isEqualTo(NEW);
        }
    }

    @Test
    void nothingOfWhatWasSavedIsLostByAPowerCut() {
        PowerCutDisk disk = new PowerCutDisk();
        Path path = directory.resolve("ddns.json");
        saveOn(Disk.local(), path, OLD);
        saveOn(disk, path);
        assertThat(disk.moves()).isEqualTo(1);
        assertThat(disk.unsynced()).isEmpty();
    }

    @Test
    void savesAgainAsSoonAsThereIsRoom() {
        Path path = directory.resolve("ddns.json");
        saveOn(Disk.local(), path, OLD);
        int atTheFile = 3;
        try (MemoryFile file = MemoryFile.open(path, new FaultyDisk(FaultyDisk.Fault.FAILS_ONCE, atTheFile), time)) {
            assertThatExceptionOfType(MemoryUnsavedException.class)
                    .isThrownBy(() -> file.save(NEW))
                    .withMessage("'" + path + "' cannot be written: No space left on device")
                    .satisfies(e -> assertThat(e.reason()).isEqualTo("No space left on device"));
            file.save(NEW);
        }
        assertThat(load(path)).isEqualTo(NEW);
    }

    @Test
    void aDiskThatIsReallyFullKeepsTheOldFile() throws Exception {
        Path mount = Files.createDirectory(directory.resolve("small"));
        boolean mounted = run("mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", mount.toString());
        System.err.println(mounted ? "MemoryDisksTest fills a real disk" : "MemoryDisksTest: no real full disk");
        assumeTrue(mounted, "a small disk can be mounted only by root; the simulated ones are tested all the same");
        try {
            Path path = mount.resolve("ddns.json");
            saveOn(Disk.local(), path, OLD);
            fill(mount.resolve("filler"));

            try (MemoryFile file = MemoryFile.open(path, time)) {
                assertThatExceptionOfType(MemoryUnsavedException.class)
                        .isThrownBy(() -> file.save(NEW))
                        .withMessageContaining("No space left on device");
                assertThat(file.load()).isEqualTo(new Recollection(OLD, null));
                assertThat(temporaries(mount)).isEmpty();

                Files.delete(mount.resolve("filler"));
                file.save(NEW);
            }
            assertThat(load(path)).isEqualTo(NEW);
        } finally {
            assertThat(run("umount", mount.toString())).isTrue();
        }
    }

    private void saveOn(Disk disk, Path path) {
        saveOn(disk, path, NEW);
    }

    private void saveOn(Disk disk, Path path, Memory memory) {
        try (MemoryFile file = MemoryFile.open(path, disk, time)) {
            file.save(memory);
        }
    }

    private Memory load(Path path) {
        try (MemoryFile file = MemoryFile.open(path, time)) {
            Recollection found = file.load();
            assertThat(found.unusable()).isNull();
            return found.memory();
        }
    }

    private static void fill(Path filler) throws IOException {
        List<byte[]> pages =
                IntStream.range(0, 64).mapToObj(i -> new byte[4096]).toList();
        try (var out = Files.newOutputStream(filler)) {
            for (byte[] page : pages) {
                out.write(page);
            }
            throw new AssertionError("256 kB fit on a disk of 64 kB");
        } catch (FileSystemException e) {
            throw e;
        } catch (IOException e) {
            assertThat(e).hasMessageContaining("No space left on device");
        }
    }

    private static List<Path> temporaries(Path directory) throws IOException {
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.filter(entry -> entry.getFileName().toString().startsWith(".new-"))
                    .toList();
        }
    }

    private static boolean run(String... command) throws Exception {
        return new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor()
                == 0;
    }
}
