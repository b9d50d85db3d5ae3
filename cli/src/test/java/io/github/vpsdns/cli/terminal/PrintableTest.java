// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Text from elsewhere must not steer a terminal: xterm's title and answers, colours, the line above, the order of reading. */
final class PrintableTest {
    private static final String ESCAPES = "a\u001b]0;title\u0007b\u009b31mc\rd\u007f";
    private static final String SHOWN = "a\\027]0;title\\007b\\15531mc\\013d\\127";

    @Test
    void makesControlCharactersVisible() {
        assertThat(Printable.of(ESCAPES + "\n")).isEqualTo(SHOWN + "\\010");
    }

    @Test
    void keepsTheEndsOfLines() {
        assertThat(Printable.lines(ESCAPES + "\n\nx\n")).isEqualTo(SHOWN + "\n\nx\n");
    }

    @Test
    void makesChangesOfDirectionVisible() {
        assertThat(Printable.of("moc.\u202eexample\u2066")).isEqualTo("moc.\\8238example\\8294");
    }

    @Test
    void leavesAllOtherTextAlone() {
        String text = "Müller 東京 \u00a0 \ud83d\ude00 \\ \t".strip();

        assertThat(Printable.lines(text)).isEqualTo(text);
    }

    @Test
    void passesNoControlCharacterToTheTerminalFromLogsAndStackTraces() {
        assertThat(streamed(ESCAPES + "\n\tat x\n", Integer.MAX_VALUE)).isEqualTo(SHOWN + "\n\tat x\n");
    }

    @Test
    void doesSoHoweverTheBytesAreCut() {
        Random random = new Random(42);
        for (int run = 0; run < 500; run++) {
            String text = random.ints(random.nextInt(40), 0, 0x300)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
            assertThat(streamed(text, 1 + random.nextInt(4))).isEqualTo(shown(text));
        }
    }

    private static String shown(String text) {
        StringBuilder shown = new StringBuilder();
        text.chars().forEach(c -> shown.append(c == '\n' || c == '\t' ? "" + (char) c : Printable.of("" + (char) c)));
        return shown.toString();
    }

    private static String streamed(String text, int step) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream stream = PrintableStream.before(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        byte[] all = text.getBytes(StandardCharsets.UTF_8);
        for (int from = 0; from < all.length; from += Math.min(step, all.length - from)) {
            stream.write(all, from, Math.min(step, all.length - from));
        }
        stream.flush();
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
