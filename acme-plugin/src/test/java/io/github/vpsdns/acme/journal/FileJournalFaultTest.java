// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpsdns.acme.journal.Journal.Entry;
import io.github.vpsdns.core.file.Disk;
import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.core.testing.FaultyDisk;
import io.github.vpsdns.core.testing.FaultyDisk.Crash;
import io.github.vpsdns.core.testing.FaultyDisk.Fault;
import io.github.vpsdns.core.testing.ManualTime;
import io.github.vpsdns.core.testing.Trees;
import io.github.vpsdns.core.zone.RecordId;
import io.github.vpsdns.core.zone.ZoneId;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** One life of a journal, with each step of the disk going wrong in turn. */
class FileJournalFaultTest {
    private static final DomainName NAME = DomainName.of("_acme-challenge.example.com");
    private static final int STEPS = 14;

    @TempDir
    Path temporary;

    /** What a caller was promised in one life, up to the fault. */
    private static final class Life {
        final Set<String> open = new LinkedHashSet<>();
        final Set<String> closing = new LinkedHashSet<>();

        void live(Journal journal) {
            Stream.concat(Stream.of("first"), IntStream.range(0, 3).mapToObj(i -> "v" + i))
                    .forEach(value -> {
                        try {
                            Entry entry = journal.open(NAME, value);
                            open.add(value);
                            journal.created(entry, new ZoneId("z"), new RecordId("r-" + value));
                            if (value.equals("first")) {
                                closing.add(value);
                                open.remove(value);
                                journal.closed(entry);
                            }
                        } catch (JournalException refused) {
                            assertThat(refused).hasMessageContaining("No space left on device");
                        }
                    });
            for (Entry entry : journal.leftovers()) {
                open.add(entry.value());
            }
        }
    }

    static Stream<Arguments> everyStep() {
        return Stream.of(Fault.values())
                .flatMap(fault -> IntStream.rangeClosed(1, STEPS).mapToObj(step -> Arguments.of(fault, step)));
    }

    @Test
    void takesTheStepsThatAreTriedBelow() {
        Path directory = withOneLeftover("count");
        FaultyDisk disk = FaultyDisk.none();

        try (Journal journal = new FileJournal(directory, new ManualTime(), disk)) {
            new Life().live(journal);
            assertThat(disk.steps()).isEqualTo(STEPS);
        }
    }

    @ParameterizedTest
    @MethodSource("everyStep")
    void neverLosesAnEntryThatItPromisedToKeep(Fault fault, int step) {
        Path directory = withOneLeftover("disk");
        Life life = new Life();
        Journal broken = new FileJournal(directory, new ManualTime(), new FaultyDisk(fault, step));
        try {
            life.live(broken);
        } catch (Crash end) {
            assertThat(fault).isEqualTo(Fault.CRASHES);
        }

        // The files as they are at this moment, which nobody holds on another disk.
        Path copy = Trees.copyFiles(directory, temporary.resolve("copy"));
        try (Journal next = new FileJournal(copy, new ManualTime(), Disk.local())) {
            Set<String> found = new LinkedHashSet<>();
            next.leftovers().forEach(entry -> found.add(entry.value()));

            assertThat(found).containsAll(life.open).contains("left");
            found.removeAll(life.open);
            found.remove("left");
            assertThat(found).as("only what was under way may be there besides").hasSizeLessThanOrEqualTo(1);
            next.leftovers().forEach(next::closed);
        } finally {
            release(broken);
        }
        try (Journal last = new FileJournal(copy, new ManualTime(), Disk.local())) {
            assertThat(last.leftovers()).isEmpty();
        }
    }

    /** Lets go of the files, which the end of a real process would do. */
    private static void release(Journal journal) {
        try {
            journal.close();
        } catch (Crash end) {
            assertThat(end).hasNoCause();
        }
    }

    private Path withOneLeftover(String name) {
        Path directory = temporary.resolve(name);
        try (Journal ended = new FileJournal(directory, new ManualTime(), Disk.local())) {
            ended.open(NAME, "left");
        }
        return directory;
    }
}
