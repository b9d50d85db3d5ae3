// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.core.testing.FaultyDisk;
import io.github.vpsdns.core.testing.ManualTime;
import io.github.vpsdns.core.testing.fuzz.Damage;
import io.github.vpsdns.core.testing.fuzz.Fuzz;
import io.github.vpsdns.core.zone.RecordId;
import io.github.vpsdns.core.zone.ZoneId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is in the journal of an ended process, what can be read of it is taken over, and what cannot is kept for people. */
final class JournalFuzzTest {
    private static final DomainName NAME = DomainName.of("_acme-challenge.example.com");

    @TempDir
    Path temporary;

    @Test
    void isTakenOverOrSetAside() throws IOException {
        byte[] whole = whole();
        Damage damage = new Damage(List.of("\"op\":\"open\"", "\"op\":\"closed\"", "\"at\":\"2026\"", "\n"));
        Fuzz.rounds(300, random -> {
            Path directory =
                    Files.createDirectory(temporary.resolve(UUID.randomUUID().toString()));
            Path file = Files.write(directory.resolve("1.jsonl"), damage.of(whole, random));
            try (Journal journal = new FileJournal(directory, new ManualTime(), FaultyDisk.none())) {
                assertThat(journal.leftovers()).hasSizeLessThanOrEqualTo(6);
            }
            assertThat(file).as("taken over or set aside").doesNotExist();
        });
    }

    private byte[] whole() throws IOException {
        Path directory = temporary.resolve("whole");
        try (FileJournal journal = new FileJournal(directory, new ManualTime(), FaultyDisk.none())) {
            Journal.Entry first = journal.open(NAME, "one");
            journal.created(first, new ZoneId("z-1"), new RecordId("r-1"));
            journal.closed(journal.open(NAME, "two"));
            journal.open(NAME, "three");
            try (Stream<Path> files = Files.list(directory)) {
                return Files.readAllBytes(files.findFirst().orElseThrow());
            }
        }
    }
}
