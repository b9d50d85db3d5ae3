// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.progress;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpsdns.cli.terminal.Screen;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class LiveProgressTest {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream err = new PrintStream(bytes, true, StandardCharsets.UTF_8);

    @Test
    void rewritesItemsInPlace() {
        Progress progress = new LiveProgress(err, new Screen(true, true, 24, 80));
        progress.item("a", "waiting");
        progress.item("bb", "waiting");
        bytes.reset();

        progress.item("a", "done");

        assertThat(printed()).isEqualTo("\u001b[2A\r\u001b[J  a   done\n  bb  waiting\n");
    }

    @Test
    void drawsNothingWhenNothingChanged() {
        Progress progress = new LiveProgress(err, new Screen(true, true, 24, 80));
        progress.item("a", "waiting");
        bytes.reset();

        progress.item("a", "waiting");

        assertThat(printed()).isEmpty();
    }

    @Test
    void keepsStepsAboveTheItems() {
        Progress progress = new LiveProgress(err, new Screen(true, true, 24, 80));
        progress.item("a", "waiting");
        bytes.reset();

        progress.step("ordered");

        assertThat(printed()).isEqualTo("\u001b[1A\r\u001b[Jordered\n  a  waiting\n");
    }

    @Test
    void neverDrawsMoreThanTheScreenHolds() {
        Progress progress = new LiveProgress(err, new Screen(true, true, 6, 20));
        for (int i = 0; i < 9; i++) {
            progress.item("name" + i, "a state that is longer than the line");
        }
        bytes.reset();

        progress.item("name8", "done");

        assertThat(printed().split("\n"))
                .containsExactly(
                        "\u001b[4A\r\u001b[J  ... and 6 more",
                        "  name6  a state th",
                        "  name7  a state th",
                        "  name8  done");
    }

    private String printed() {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
