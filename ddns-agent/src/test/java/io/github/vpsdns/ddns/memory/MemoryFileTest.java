// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.ddns.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.vpsdns.core.address.Family;
import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.core.record.Ttl;
import io.github.vpsdns.core.testing.ManualTime;
import io.github.vpsdns.core.zone.RecordId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class MemoryFileTest {
    private static final RecordKey HOME = new RecordKey(DomainName.of("home.example.com"), Family.IPV4);
    private static final String SET = """
            {"version": 1, "addresses": [], "retries": [], "sets": [
              {"name": "home.example.com", "family": "ipv4", "published": ["192.0.2.1"],
               "records": [{"id": "rec-1", "address": "192.0.2.1", "ttl": 60}], "compared": "2025-12-31T23:00:00Z"}]}
            """;

    @TempDir
    Path directory;

    private final ManualTime time = new ManualTime();
    private Path path;
    private MemoryFile file;

    @BeforeEach
    void open() {
        path = directory.resolve("state/of/ddns.json");
        file = MemoryFile.open(path, time);
    }

    @AfterEach
    void close() {
        file.close();
    }

    @Test
    void remembersNothingWithoutAFile() {
        assertThat(file.load()).isEqualTo(new Recollection(Memory.EMPTY, null));
    }

    @Test
    void remembersWhatWasSaved() {
        RandomMemory random = new RandomMemory(1);
        for (int i = 0; i < 200; i++) {
            Memory memory = random.next();
            file.save(memory);
            assertThat(file.load()).isEqualTo(new Recollection(memory, null));
        }
    }

    @Test
    void isForItsOwnerAlone() throws IOException {
        file.save(Memory.EMPTY);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path.getParent())))
                .isEqualTo("rwx------");
    }

    @Test
    void canBeReadByPeople() throws IOException {
        KnownSet set = new KnownSet(
                List.of(new KnownRecord(new RecordId("rec-1"), Family.IPV4.parse("192.0.2.1"), Ttl.of(60))),
                List.of(Family.IPV4.parse("192.0.2.1")),
                Instant.parse("2025-12-31T22:00:00Z"),
                Instant.parse("2025-12-31T23:00:00Z"));
        file.save(Memory.EMPTY
                .withSet(HOME, set)
                .withPause(new Pause(Instant.parse("2026-01-01T00:05:00Z"), 2, "the API is down")));

        assertThat(Files.readString(path).replace("\r", "")).isEqualTo("""
                {
                  "version" : 1,
                  "sets" : [ {
                    "name" : "home.example.com",
                    "family" : "ipv4",
                    "records" : [ {
                      "id" : "rec-1",
                      "address" : "192.0.2.1",
                      "ttl" : 60
                    } ],
                    "published" : [ "192.0.2.1" ],
                    "written" : "2025-12-31T22:00:00Z",
                    "compared" : "2025-12-31T23:00:00Z"
                  } ],
                  "addresses" : [ ],
                  "pause" : {
                    "until" : "2026-01-01T00:05:00Z",
                    "failures" : 2,
                    "reason" : "the API is down"
                  },
                  "retries" : [ ]
                }""");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\0\0\0\0",
                "[]",
                "null",
                "{",
                "{}",
                "{\"version\": 2, \"sets\": [], \"addresses\": [], \"retries\": []}",
                "{\"version\": \"1\", \"sets\": [], \"addresses\": [], \"retries\": []}",
                "{\"version\": 1}",
                "{\"version\": 1, \"version\": 1, \"sets\": [], \"addresses\": [], \"retries\": []}",
                "{\"version\": 1, \"sets\": [], \"addresses\": [], \"retries\": []} more",
                "{\"version\": 1, \"sets\": [[]], \"addresses\": [], \"retries\": []}",
                "{\"version\": 1, \"sets\": [], \"addresses\": [], \"retries\": [], \"pause\": 5}",
                "{\"name\": \"somebody else's\"}"
            })
    void putsAsideWhatIsNoMemory(String content) throws IOException {
        write(content);

        Recollection found = file.load();

        assertThat(found.memory()).isEqualTo(Memory.EMPTY);
        assertThat(found.unusable()).endsWith("; put aside as 'ddns.json.unusable'");
        assertThat(path).doesNotExist();
        assertThat(path.resolveSibling("ddns.json.unusable")).hasContent(content);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "home.example.com -> home..example.com",
                "home.example.com -> .",
                "ipv4 -> ipv5",
                "ipv4 -> ipv6",
                "\"192.0.2.1\", -> \"192.0.2.256\",",
                "\"published\": [\"192.0.2.1\"] -> \"published\": [7]",
                "\"published\": [\"192.0.2.1\"] -> \"published\": {}",
                "rec-1 -> ../zones",
                "rec-1 -> ",
                "\"ttl\": 60 -> \"ttl\": -1",
                "\"ttl\": 60 -> \"ttl\": 60.5",
                "\"ttl\": 60 -> \"ttl\": 99999999999",
                "2025-12-31T23:00:00Z -> yesterday"
            })
    void believesNoValueThatCannotBe(String change) throws IOException {
        String[] parts = change.split(" -> ", -1);
        String content = SET.replace(parts[0], parts[1]);
        assertThat(content).isNotEqualTo(SET);
        write(content);

        assertThat(file.load().memory()).isEqualTo(Memory.EMPTY);
        assertThat(path).doesNotExist();
    }

    @Test
    void recordsThatNobodyComparedAreNotCertain() throws IOException {
        write(SET.replace("\"compared\"", "\"contrived\""));

        assertThat(file.load().memory().sets().get(HOME).compared()).isNull();
    }

    @Test
    void saysWhereTheMistakeIs() throws IOException {
        write(SET.replace("\"192.0.2.1\", ", "\"192.0.2.256\", "));
        assertThat(file.load().unusable())
                .contains("'sets[0].records[0].address'")
                .contains("192.0.2.256");
    }

    @Test
    void refusesARecordSetThatIsThereTwice() throws IOException {
        String set = SET.substring(SET.indexOf("{\"name\""), SET.lastIndexOf("]}"));
        write(SET.replace(set, set + ", " + set));
        assertThat(file.load().unusable()).contains("'sets[1]'").contains("twice");
    }

    @Test
    void passesOverMembersThatItDoesNotKnowAndDropsThem() throws IOException {
        write(SET.replace("{\"id\"", "{\"more\": [1], \"id\"").replace("\"version\"", "\"note\": \"x\", \"version\""));

        Recollection found = file.load();
        file.save(found.memory());

        assertThat(found.unusable()).isNull();
        assertThat(found.memory().sets()).containsOnlyKeys(HOME);
        assertThat(Files.readString(path)).doesNotContain("more").doesNotContain("note");
    }

    @Test
    void cutsTimesThatAreStillToCome() throws IOException {
        write(SET.replace("2025-12-31T23:00:00Z", "2031-01-01T00:00:00Z"));
        assertThat(file.load().memory().sets().get(HOME).compared()).isEqualTo(time.now());
    }

    @Test
    void cutsTimesBeforeAllReason() throws IOException {
        write(SET.replace("2025-12-31T23:00:00Z", "-1000000000-01-01T00:00:00Z"));
        assertThat(file.load().memory().sets().get(HOME).compared()).isEqualTo(Instant.EPOCH);
    }

    @Test
    void cutsPausesToAnHour() {
        file.save(new Memory(
                Map.of(),
                Map.of(),
                new Pause(time.now().plus(Duration.ofDays(400)), 3, "the clock was wrong"),
                Map.of(HOME, new Pause(time.now().plus(Duration.ofHours(2)), 1, "no zone"))));

        Memory found = file.load().memory();

        Instant latest = time.now().plus(Duration.ofHours(1));
        assertThat(found.pause()).isEqualTo(new Pause(latest, 3, "the clock was wrong"));
        assertThat(found.retries()).containsExactly(Map.entry(HOME, new Pause(latest, 1, "no zone")));
    }

    @Test
    void putsAsideTenMegabytesOfRubbish() throws IOException {
        byte[] rubbish = new byte[10_000_000];
        Arrays.fill(rubbish, (byte) '[');
        Files.createDirectories(path.getParent());
        Files.write(path, rubbish);

        assertThat(file.load().unusable()).contains("longer than 8388608 bytes");
        assertThat(path.resolveSibling("ddns.json.unusable")).hasSize(10_000_000);
    }

    @Test
    void putsAsideAsManyBracketsAsFit() throws IOException {
        byte[] brackets = new byte[MemoryFile.LIMIT];
        Arrays.fill(brackets, (byte) '[');
        Files.write(path, brackets);
        assertThat(file.load().unusable()).contains("it is not valid JSON");
    }

    @Test
    void putsAsideADirectory() throws IOException {
        Files.createDirectories(path);
        assertThat(file.load().unusable()).contains("it is no regular file");
        assertThat(path.resolveSibling("ddns.json.unusable")).isDirectory();
    }

    @Test
    void doesNotReadAPipe() throws Exception {
        assertThat(new ProcessBuilder("mkfifo", path.toString()).start().waitFor())
                .isZero();
        assertThat(file.load().unusable()).contains("it is no regular file");
    }

    @Test
    void takesALinkToNothingForNothing() throws IOException {
        Files.createSymbolicLink(path, directory.resolve("nowhere"));
        assertThat(file.load()).isEqualTo(new Recollection(Memory.EMPTY, null));
    }

    @Test
    void theNextUnusableFileReplacesTheOneBefore() throws IOException {
        write("first");
        file.load();
        write("second");
        file.load();
        assertThat(path.resolveSibling("ddns.json.unusable")).hasContent("second");
    }

    @Test
    void goesOnWithoutWhereNothingCanBeWritten() throws IOException {
        Path blocked = directory.resolve("file");
        Files.writeString(blocked, "no directory");

        try (MemoryFile none = MemoryFile.open(blocked.resolve("ddns.json"), time)) {
            assertThat(none.load()).isEqualTo(new Recollection(Memory.EMPTY, null));
            assertThatExceptionOfType(MemoryUnsavedException.class)
                    .isThrownBy(() -> none.save(Memory.EMPTY))
                    .withMessageContaining("ddns.json' cannot be written: ")
                    .matches(e -> e.isTransient());
        }
    }

    @Test
    void anInterruptIsNeitherHeededNorLost() {
        Memory memory = new RandomMemory(2).next();
        Thread.currentThread().interrupt();
        file.save(memory);
        assertThat(file.load().memory()).isEqualTo(memory);
        assertThat(Thread.interrupted()).isTrue();
    }

    private void write(String content) throws IOException {
        Files.write(path, content.getBytes(StandardCharsets.UTF_8));
    }
}
