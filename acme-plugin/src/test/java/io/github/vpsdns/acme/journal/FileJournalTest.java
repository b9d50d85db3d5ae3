// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vpsdns.acme.journal.Journal.Entry;
import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.core.testing.ManualTime;
import io.github.vpsdns.core.testing.Trees;
import io.github.vpsdns.core.zone.RecordId;
import io.github.vpsdns.core.zone.ZoneId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileJournalTest {
    private static final DomainName NAME = DomainName.of("_acme-challenge.example.com");
    private static final ZoneId ZONE = new ZoneId("z-1");
    private static final RecordId RECORD = new RecordId("r-1");

    private final ManualTime time = new ManualTime();

    @TempDir
    Path temporary;

    private Path directory;

    @BeforeEach
    void setUp() {
        directory = temporary.resolve("journal");
    }

    @Test
    void hasAnEntryOnDiskWhenOpenReturns() throws IOException {
        try (Journal journal = journal()) {
            Entry entry = journal.open(NAME, "value");

            assertThat(onlyFile())
                    .content()
                    .isEqualTo("{\"op\":\"open\",\"id\":\"" + entry.id() + "\",\"name\":\"" + NAME
                            + "\",\"value\":\"value\",\"at\":\"2026-01-01T00:00:00Z\"}\n");
        }
    }

    @Test
    void isForTheOwnerAlone() {
        try (Journal journal = journal()) {
            journal.open(NAME, "value");

            assertThat(Trees.openToOthers(temporary)).isEmpty();
        }
    }

    @Test
    void writesNothingUntilThereIsSomethingToWrite() {
        try (Journal journal = journal()) {
            assertThat(journal.leftovers()).isEmpty();
        }
        assertThat(directory).doesNotExist();
    }

    @Test
    void leavesNoFileWhenAllIsClosed() {
        try (Journal journal = journal()) {
            journal.closed(journal.open(NAME, "value"));
        }
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void forgetsClosedEntriesSoThatALongLifeNeedsNoRoom() throws IOException {
        try (Journal journal = journal()) {
            journal.closed(journal.open(NAME, "one"));
            journal.closed(journal.open(NAME, "two"));

            assertThat(onlyFile()).isEmptyFile();
        }
    }

    @Test
    void findsNeitherItsOwnEntriesNorThoseOfOthersThatLive() {
        try (Journal journal = journal();
                Journal other = journal()) {
            journal.open(NAME, "mine");
            other.open(NAME, "theirs");

            assertThat(journal.leftovers()).isEmpty();
            assertThat(other.leftovers()).isEmpty();
        }
    }

    @Test
    void findsWhatAnEndedOneLeftOpenOldestFirst() {
        Entry first;
        Entry second;
        try (Journal ended = journal()) {
            first = ended.open(NAME, "one");
            time.advance(Duration.ofSeconds(1));
            ended.closed(ended.open(NAME, "two"));
            second = ended.open(NAME, "three");
            ended.created(second, ZONE, RECORD);
        }

        try (Journal journal = journal()) {
            assertThat(journal.leftovers())
                    .containsExactly(first, new Entry(second.id(), NAME, "three", second.at(), ZONE, RECORD));
        }
    }

    @Test
    void offersLeftoversAgainUntilTheyAreClosed() {
        leaveBehind("one", "two");
        try (Journal journal = journal()) {
            List<Entry> found = journal.leftovers();
            journal.closed(found.get(0));

            assertThat(journal.leftovers()).containsExactly(found.get(1));
        }
        try (Journal next = journal()) {
            List<Entry> found = next.leftovers();
            assertThat(found).extracting(Entry::value).containsExactly("two");
            next.closed(found.get(0));
        }
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void takesLeftoversOverSoThatNoOtherSweepsThem() {
        leaveBehind("one");
        try (Journal journal = journal();
                Journal other = journal()) {
            assertThat(journal.leftovers()).hasSize(1);
            assertThat(other.leftovers()).isEmpty();
        }
    }

    @Test
    void keepsWhereALeftoverWasWritten() {
        try (Journal ended = journal()) {
            ended.created(ended.open(NAME, "one"), ZONE, RECORD);
        }
        try (Journal adopting = journal()) {
            assertThat(adopting.leftovers()).hasSize(1);
        }
        try (Journal next = journal()) {
            assertThat(next.leftovers()).singleElement().satisfies(entry -> {
                assertThat(entry.zone()).isEqualTo(ZONE);
                assertThat(entry.record()).isEqualTo(RECORD);
            });
        }
    }

    @Test
    void offersWhatWasAbandonedInThisLife() {
        try (Journal journal = journal()) {
            Entry stuck = journal.open(NAME, "stuck");
            journal.open(NAME, "at work");
            journal.abandoned(stuck);

            assertThat(journal.leftovers()).containsExactly(stuck);
            journal.closed(stuck);
            assertThat(journal.leftovers()).isEmpty();
        }
    }

    @Test
    void toleratesATornLastLine() throws IOException {
        leaveBehind("one");
        Files.writeString(onlyFile(), "{\"op\":\"open\",\"id\":\"x\",\"na", StandardOpenOption.APPEND);

        try (Journal journal = journal()) {
            assertThat(journal.leftovers()).extracting(Entry::value).containsExactly("one");
        }
    }

    @Test
    void keepsAFileWithDamagedLinesAsideAndUsesTheRest() throws IOException {
        leaveBehind("one");
        Path file = onlyFile();
        Files.writeString(file, "garbage\n", StandardOpenOption.APPEND);

        try (Journal journal = journal()) {
            List<Entry> found = journal.leftovers();
            assertThat(found).extracting(Entry::value).containsExactly("one");
            journal.closed(found.get(0));
            assertThat(journal.leftovers()).isEmpty();
        }
        assertThat(file.resolveSibling(file.getFileName() + ".damaged"))
                .content()
                .endsWith("garbage\n");
    }

    @Test
    void worksWhileTheThreadIsInterrupted() {
        leaveBehind("one");
        Thread.currentThread().interrupt();
        try (Journal journal = journal();
                Journal other = journal()) {
            Entry entry = journal.open(NAME, "two");
            journal.created(entry, ZONE, RECORD);
            List<Entry> found = journal.leftovers();
            found.forEach(journal::closed);

            assertThat(found).extracting(Entry::value).containsExactly("one");
            assertThat(other.leftovers()).isEmpty();
            journal.closed(entry);
        }
        assertThat(Thread.interrupted()).isTrue();
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void saysWhatIsWrongWithItsDirectory() throws IOException {
        Files.createFile(directory);
        try (Journal journal = journal()) {
            assertThatThrownBy(() -> journal.open(NAME, "value"))
                    .isInstanceOf(JournalException.class)
                    .hasMessage("cannot note in '" + directory + "' that a TXT value will be written for " + NAME
                            + ", so it is not: it exists already");
        }
    }

    @Test
    void takesNoEntryAfterItsEnd() {
        Journal journal = journal();
        Entry entry = journal.open(NAME, "value");
        journal.close();
        journal.closed(entry);

        assertThatThrownBy(() -> journal.open(NAME, "value")).isInstanceOf(IllegalStateException.class);
        try (Journal next = journal()) {
            assertThat(next.leftovers()).containsExactly(entry);
        }
    }

    private void leaveBehind(String... values) {
        try (Journal ended = journal()) {
            for (String value : values) {
                ended.open(NAME, value);
                time.advance(Duration.ofSeconds(1));
            }
        }
    }

    private Journal journal() {
        return new FileJournal(directory, time);
    }

    private Path onlyFile() throws IOException {
        try (var files = Files.list(directory)) {
            List<Path> all = files.toList();
            assertThat(all).hasSize(1);
            return all.get(0);
        }
    }
}
