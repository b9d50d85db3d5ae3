// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class TableTest {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);

    @Test
    void alignsColumnsAndEndsNoLineWithSpaces() {
        Table table = new Table(out, Palette.PLAIN, "NAME", "VALUE");
        table.row("a.example.com", "1");
        table.row("b", "");
        table.finish();

        assertThat(printed()).isEqualTo("NAME           VALUE\na.example.com  1\nb\n");
    }

    @Test
    void printsItsHeadWithoutRowsAsWell() {
        new Table(out, Palette.PLAIN, "NAME", "VALUE").finish();

        assertThat(printed()).isEqualTo("NAME  VALUE\n");
    }

    @Test
    void printsNothingOfAShortListThatWasNotFinished() {
        new Table(out, Palette.PLAIN, "NAME").row("a");

        assertThat(printed()).isEmpty();
    }

    @Test
    void streamsWhatComesAfterTheFirstThousandRows() {
        Table table = new Table(out, Palette.PLAIN, "N");
        for (int i = 0; i < 1000; i++) {
            table.row("row");
        }
        assertThat(printed()).hasLineCount(1001);
        table.row("a row that is wider than all before");

        assertThat(printed()).hasLineCount(1002).endsWith("a row that is wider than all before\n");
    }

    @Test
    void letsNoValueSteerTheTerminal() {
        Table table = new Table(out, Palette.PLAIN, "VALUE");
        table.row("\u001b[2Jgone\nnext\u009b");
        table.finish();

        assertThat(printed()).isEqualTo("VALUE\n\\027[2Jgone\\010next\\155\n");
    }

    private String printed() {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
