// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpsdns.acme.journal.Journal.Entry;
import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.core.testing.ChildJvm;
import io.github.vpsdns.core.time.Timekeeper;
import io.github.vpsdns.core.zone.RecordId;
import io.github.vpsdns.core.zone.ZoneId;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Journals of real processes, which are really killed. */
class FileJournalProcessTest {
    private static final DomainName NAME = DomainName.of("_acme-challenge.example.com");

    @TempDir
    Path directory;

    /** Opens three entries, closes one, and waits to be killed. */
    static final class Worker {
        public static void main(String[] arguments) throws IOException {
            try (Journal journal = new FileJournal(Path.of(arguments[0]), Timekeeper.system())) {
                journal.created(journal.open(NAME, "written"), new ZoneId("z-1"), new RecordId("r-1"));
                journal.closed(journal.open(NAME, "removed"));
                journal.open(NAME, "about to be written");
                ChildJvm.sayAndStay("ready");
            }
        }
    }

    /** Opens and closes many entries while it looks for leftovers, leaves one open, and waits to be killed. */
    static final class BusyWorker {
        public static void main(String[] arguments) throws IOException {
            try (Journal journal = new FileJournal(Path.of(arguments[0]), Timekeeper.system())) {
                int found = 0;
                for (int i = 0; i < 25; i++) {
                    Entry entry = journal.open(NAME, arguments[1] + "-" + i);
                    found += journal.leftovers().size();
                    journal.closed(entry);
                }
                journal.open(NAME, arguments[1]);
                ChildJvm.sayAndStay("found " + found);
            }
        }
    }

    /** Says which leftovers it got, and waits to be killed. */
    static final class Sweeper {
        public static void main(String[] arguments) throws IOException {
            try (Journal journal = new FileJournal(Path.of(arguments[0]), Timekeeper.system())) {
                ChildJvm.sayAndStay(
                        journal.leftovers().stream().map(Entry::value).collect(Collectors.joining(" ")));
            }
        }
    }

    @Test
    void findsWhatAKilledProcessLeftButNothingWhileItLives() {
        try (ChildJvm child = ChildJvm.start(Worker.class, directory);
                Journal journal = new FileJournal(directory, Timekeeper.system())) {
            assertThat(child.line()).isEqualTo("ready");
            assertThat(journal.leftovers()).isEmpty();

            child.kill();

            List<Entry> found = journal.leftovers();
            assertThat(found).extracting(Entry::value).containsExactly("written", "about to be written");
            assertThat(found).extracting(Entry::record).containsExactly(new RecordId("r-1"), null);
            found.forEach(journal::closed);
        }
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void letsSeveralProcessesWorkInOneDirectoryAtOnce() {
        List<ChildJvm> children = new ArrayList<>();
        try (Journal journal = new FileJournal(directory, Timekeeper.system())) {
            for (int i = 0; i < 3; i++) {
                children.add(ChildJvm.start(BusyWorker.class, directory, "child" + i));
            }
            for (ChildJvm child : children) {
                assertThat(child.line()).isEqualTo("found 0");
            }
            assertThat(journal.leftovers()).isEmpty();

            children.get(1).kill();
            assertThat(journal.leftovers()).extracting(Entry::value).containsExactly("child1");
        } finally {
            children.forEach(ChildJvm::close);
        }
    }

    @Test
    void givesEachLeftoverToOneOfSeveralSweepers() {
        for (int i = 0; i < 20; i++) {
            try (Journal ended = new FileJournal(directory, Timekeeper.system())) {
                ended.open(NAME, "v" + i);
            }
        }
        List<String> swept = new ArrayList<>();
        try (ChildJvm one = ChildJvm.start(Sweeper.class, directory);
                ChildJvm other = ChildJvm.start(Sweeper.class, directory)) {
            swept.addAll(List.of(one.line().split(" ")));
            swept.addAll(List.of(other.line().split(" ")));
        }
        assertThat(swept.stream().filter(value -> !value.isEmpty())).hasSize(20).doesNotHaveDuplicates();
    }
}
