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

final class TableTest {
    @TempDir
    private Path work;

    private Path table;

    @BeforeEach
    void choosePlace() {
        table = work.resolve("table");
    }

    @Test
    void readsAShortTableOnce() throws IOException {
        Files.writeString(table, "x".repeat(Table.AT_ONCE - 1));
        Deque<String> readings = new ArrayDeque<>(List.of("first", "second"));

        assertThat(new Table<>(table, text -> readings.remove()).read()).contains("first");
    }

    @Test
    void parsesOnlyAnotherText() throws IOException {
        Deque<String> readings = new ArrayDeque<>(List.of("first", "second"));
        Table<String> reading = new Table<>(table, text -> readings.remove());
        Files.writeString(table, "some");
        assertThat(reading.read()).contains("first");
        assertThat(reading.read()).contains("first");

        Files.writeString(table, "more");

        assertThat(reading.read()).contains("second");
    }

    @Test
    void readsALongTableUntilItIsTwiceTheSame() throws IOException {
        Files.writeString(table, "x".repeat(Table.AT_ONCE));
        Deque<String> readings = new ArrayDeque<>(List.of("torn", "whole", "whole", "other"));

        assertThat(new Table<>(table, text -> readings.remove()).read()).contains("whole");
    }

    @Test
    void givesUpOnATableThatIsNeverTheSame() throws IOException {
        Files.writeString(table, "x".repeat(Table.AT_ONCE));
        Deque<Integer> readings = new ArrayDeque<>(List.of(1, 2, 3, 4, 5));

        assertThatThrownBy(() -> new Table<>(table, text -> readings.remove()).read())
                .isInstanceOf(SourceException.class)
                .hasMessage(table + " changed each time that it was read");
        assertThat(readings).isEmpty();
    }

    @Test
    void refusesATableOfMoreThanAMegabyte() throws IOException {
        Files.writeString(table, "x".repeat((1 << 20) + 1));

        assertThatThrownBy(() -> new Table<>(table, text -> text).read())
                .isInstanceOf(SourceException.class)
                .hasMessage(table + " cannot be read: it is longer than 1048576 bytes");
    }

    @Test
    void knowsThatThereIsNoTable() {
        assertThat(new Table<>(table, text -> text).read()).isEmpty();
    }

    @Test
    void readsWhileTheThreadIsInterrupted() throws IOException {
        Files.writeString(table, "text");

        Thread.currentThread().interrupt();

        assertThat(new Table<>(table, text -> text).read()).contains("text");
        assertThat(Thread.interrupted()).isTrue();
    }
}
