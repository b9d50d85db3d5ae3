// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.ddns.source.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vpsdns.ddns.source.SourceException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ProcFileTest {
    @TempDir
    private Path work;

    private Path table;

    @BeforeEach
    void choosePlace() {
        table = work.resolve("table");
    }

    @Test
    void readsAShortTableOnce() throws IOException {
        Files.writeString(table, "x".repeat(ProcFile.AT_ONCE - 1));
        Deque<String> readings = new ArrayDeque<>(List.of("first", "second"));

        assertThat(ProcFile.read(table, text -> readings.remove())).contains("first");
    }

    @Test
    void readsALongTableUntilItIsTwiceTheSame() throws IOException {
        Files.writeString(table, "x".repeat(ProcFile.AT_ONCE));
        Deque<String> readings = new ArrayDeque<>(List.of("torn", "whole", "whole", "other"));

        assertThat(ProcFile.read(table, text -> readings.remove())).contains("whole");
    }

    @Test
    void givesUpOnATableThatIsNeverTheSame() throws IOException {
        Files.writeString(table, "x".repeat(ProcFile.AT_ONCE));
        Deque<Integer> readings = new ArrayDeque<>(List.of(1, 2, 3, 4, 5, 6));

        assertThatThrownBy(() -> ProcFile.read(table, text -> readings.remove()))
                .isInstanceOf(SourceException.class)
                .hasMessage(table + " changed each time that it was read");
        assertThat(readings).isEmpty();
    }

    @Test
    void refusesATableOfMoreThanAMegabyte() throws IOException {
        Files.writeString(table, "x".repeat((1 << 20) + 1));

        assertThatThrownBy(() -> ProcFile.read(table, text -> text))
                .isInstanceOf(SourceException.class)
                .hasMessage(table + " cannot be read: it is longer than 1048576 bytes");
    }

    @Test
    void knowsThatThereIsNoTable() {
        assertThat(ProcFile.read(table, text -> text)).isEmpty();
    }

    @Test
    void readsWhileTheThreadIsInterrupted() throws IOException {
        Files.writeString(table, "text");

        Thread.currentThread().interrupt();

        assertThat(ProcFile.read(table, text -> text)).contains("text");
        assertThat(Thread.interrupted()).isTrue();
    }
}
