// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.base;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpsdns.cli.terminal.Host;
import io.github.vpsdns.cli.terminal.Screen;
import io.github.vpsdns.cli.terminal.Terminal;
import io.github.vpsdns.core.time.Timekeeper;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What others sent does not steer the terminal, wherever it is printed. */
final class ForeignTextTest {
    private static final String STEERING = "\u001b[2J\u009b1mfaked\r";

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Frame frame = new Frame(
            new Terminal(
                    new PrintStream(out, true, StandardCharsets.UTF_8),
                    new PrintStream(err, true, StandardCharsets.UTF_8),
                    Screen.NONE,
                    new Host(Map.of(), "someone", Path.of("/nonexistent"), Timekeeper.system())),
            Globals.guess("-v"));

    @Test
    void isVisibleInResults() {
        frame.result("done: " + STEERING + "\nsecond line", () -> "");

        assertThat(text(out)).isEqualTo("done: \\027[2J\\1551mfaked\\013\nsecond line\n");
    }

    @Test
    void isVisibleInFailuresAndTheirStackTraces() {
        int status = Complaint.make(
                frame, Failure.of(new IllegalStateException(STEERING)), null, new IllegalStateException(STEERING));

        assertThat(status).isEqualTo(ExitStatus.FAILED);
        assertThat(text(err))
                .startsWith("java.lang.IllegalStateException: \\027[2J\\1551mfaked\\013\n\tat ")
                .contains("vpsdns: internal error (IllegalStateException: \\027[2J")
                .doesNotContain("\u001b", "\u009b", "\r");
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
