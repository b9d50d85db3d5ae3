// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.ddns.source.given;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {
    private static final Instant NOW = Instant.parse("2030-01-01T00:00:00Z");

    @TempDir
    private Path directory;

    private final AtomicInteger pauses = new AtomicInteger();
    private Path file;

    @BeforeEach
    void writeHalfAnAddress() {
        file = directory.resolve("wan");
        write("203.0.113.2");
    }

    @Test
    void takesNoHalfWrittenAddressForAShorterOne() throws Exception {
        assertThat(read(() -> {
                    if (pauses.incrementAndGet() == 1) {
                        write("203.0.113.25\n");
                    }
                }))
                .isEqualTo("203.0.113.25\n");
        assertThat(pauses).hasValue(2);
    }

    @Test
    void believesNoFileThatIsAnotherOneAtEachLook() {
        assertThatThrownBy(() -> read(() -> {
                    write("203.0.113." + pauses.incrementAndGet());
                }))
                .isInstanceOf(FileSystemException.class)
                .hasMessageEndingWith("it is being written");
    }

    @Test
    void looksOnceAtAFileThatHasBeenThereForLonger() throws Exception {
        Files.setLastModifiedTime(file, FileTime.from(NOW.minusSeconds(60)));

        assertThat(read(pauses::incrementAndGet)).isEqualTo("203.0.113.2");
        assertThat(pauses).hasValue(0);
    }

    @Test
    void looksOnceAtAFileFromTheFuture() throws Exception {
        Files.setLastModifiedTime(file, FileTime.from(NOW.plusSeconds(3600)));

        assertThat(read(pauses::incrementAndGet)).isEqualTo("203.0.113.2");
        assertThat(pauses).hasValue(0);
    }

    private String read(WholeFile.Pause pause) throws IOException, InterruptedException {
        return new String(new WholeFile(file, InstantSource.fixed(NOW), pause).call(), StandardCharsets.US_ASCII);
    }

    private void write(String content) {
        try {
            Files.writeString(file, content);
            Files.setLastModifiedTime(file, FileTime.from(NOW));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
