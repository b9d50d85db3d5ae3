// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.ddns.memory;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpsdns.core.address.Family;
import io.github.vpsdns.core.testing.FaultyDisk;
import io.github.vpsdns.core.testing.ManualTime;
import io.github.vpsdns.core.testing.RandomValues;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Files that were right once, damaged in every way that chance brings about. */
@Timeout(120)
class MemoryFuzzTest {
    private static final List<String> PIECES =
            List.of("{", "}", "[", "]", ",", ":", "\"", "null", "-1", "1e9", "9".repeat(400), "\\u0000", "\n", "é");

    @TempDir
    Path directory;

    @Test
    void whateverIsReadIsSoundAndCanBeKept() throws IOException {
        RandomValues random = new RandomValues(7);
        RandomMemory memories = new RandomMemory(7);
        Path path = directory.resolve("ddns.json");
        ManualTime time = new ManualTime();
        int understood = 0;
        // Nothing is read back after a crash here, so nothing needs to wait for the medium.
        try (MemoryFile file = MemoryFile.open(path, FaultyDisk.none(), time)) {
            for (int i = 0; i < 4000; i++) {
                Files.write(path, damaged(MemoryWriter.write(memories.next()), random));
                Recollection found = file.load();
                if (found.unusable() == null) {
                    understood++;
                    requireSound(found.memory(), time.now());
                    file.save(found.memory());
                    assertThat(file.load()).isEqualTo(found);
                } else {
                    assertThat(found.memory()).isEqualTo(Memory.EMPTY);
                }
            }
        }
        assertThat(understood).as("of 4000 damaged files").isBetween(100, 3900);
    }

    @Test
    void everyBeginningOfAFileIsTold() throws IOException {
        byte[] whole = MemoryWriter.write(new RandomMemory(3).next());
        Path path = directory.resolve("ddns.json");
        try (MemoryFile file = MemoryFile.open(path, new ManualTime())) {
            for (int length = 0; length < whole.length; length++) {
                Files.write(path, Arrays.copyOf(whole, length));
                assertThat(file.load().unusable()).as("%d bytes", length).isNotNull();
            }
        }
    }

    private static void requireSound(Memory memory, Instant now) {
        memory.sets().forEach((key, set) -> {
            assertThat(Objects.requireNonNullElse(set.compared(), now)).isBetween(Instant.EPOCH, now);
            assertThat(set.records()).allMatch(record -> Family.of(record.address()) == key.family());
        });
        memory.addresses().values().forEach(counting -> {
            assertThat(counting.since()).isBetween(Instant.EPOCH, now);
            assertThat(counting.addresses()).isNotEmpty();
        });
        memory.retries().values().forEach(retry -> requireSound(retry, now));
        if (memory.pause() != null) {
            requireSound(memory.pause(), now);
        }
    }

    private static void requireSound(Pause pause, Instant now) {
        assertThat(pause.until()).isBeforeOrEqualTo(now.plus(Duration.ofHours(1)));
        assertThat(pause.failures()).isBetween(1, Pause.MOST_FAILURES);
        assertThat(pause.reason())
                .hasSizeLessThanOrEqualTo(Pause.LONGEST_REASON)
                .doesNotContain("\n");
    }

    private static byte[] damaged(byte[] content, RandomValues random) {
        byte[] damaged = content;
        for (int i = 0; i <= random.below(3); i++) {
            damaged = damagedOnce(damaged, random);
        }
        return damaged;
    }

    private static byte[] damagedOnce(byte[] content, RandomValues random) {
        int from = random.below(content.length + 1);
        int to = Math.min(content.length, from + random.below(6));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(content, 0, from);
        switch (random.below(4)) {
            case 0 -> out.write(content, to, content.length - to);
            case 1 -> {
                out.writeBytes(random.oneOf(PIECES).getBytes(StandardCharsets.UTF_8));
                out.write(content, to, content.length - to);
            }
            case 2 -> {
                out.write(content, from, to - from);
                out.write(content, from, content.length - from);
            }
            default -> {
                for (int i = from; i < to; i++) {
                    out.write('0' + random.below(10));
                }
                out.write(content, to, content.length - to);
            }
        }
        return out.toByteArray();
    }
}
