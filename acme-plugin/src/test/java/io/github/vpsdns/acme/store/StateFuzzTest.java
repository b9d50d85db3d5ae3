// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpsdns.acme.schedule.AriPause;
import io.github.vpsdns.acme.schedule.AriWindow;
import io.github.vpsdns.acme.schedule.RenewalMemory;
import io.github.vpsdns.core.InvalidValueException;
import io.github.vpsdns.core.testing.fuzz.Damage;
import io.github.vpsdns.core.testing.fuzz.Fuzz;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever the files of a state directory say, they are read, or refused in a sentence with the file's name. */
final class StateFuzzTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final Damage DAMAGE = new Damage(
            List.of("\"version\":2", "\"at\":\"", "+999999999-12-31T23:59:59Z", "0000-00-00", "\"reason\":\" \""));

    @TempDir
    Path directory;

    @Test
    void theMemory() {
        byte[] whole = MemoryJson.write(RenewalMemory.EMPTY
                .withWindow(new AriWindow(
                        "a.b", NOW, NOW.plusSeconds(9), NOW.plusSeconds(1), URI.create("https://ca.example"), NOW))
                .withPause(new AriPause(0, NOW)));
        readOrRefused(whole, MemoryJson::read);
    }

    @Test
    void theNoteOfARevocation() {
        readOrRefused(new RevocationNote(NOW, "superseded").json(), RevocationNote::read);
    }

    private void readOrRefused(byte[] whole, Consumer<Path> reader) {
        Path file = directory.resolve("file.json");
        Fuzz.rounds(1_000, random -> {
            Files.write(file, DAMAGE.of(whole, random));
            try {
                reader.accept(file);
            } catch (StoreException | InvalidValueException e) {
                assertThat(e.getMessage()).contains("file.json").hasSizeLessThan(1_000);
            }
        });
    }
}
