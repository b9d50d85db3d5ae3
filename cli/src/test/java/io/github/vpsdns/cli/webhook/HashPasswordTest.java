// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpsdns.cli.terminal.Input;
import io.github.vpsdns.cli.testing.Run;
import io.github.vpsdns.webhook.password.PasswordHash;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class HashPasswordTest {
    @ParameterizedTest
    @ValueSource(strings = {"s3cret", "s3cret\n", "s3cret\r\n"})
    void printsTheHashOfOneLine(String line) {
        Run run = piped(line);

        assertThat(run.status()).isZero();
        assertThat(PasswordHash.parse(run.out().strip()).matches("s3cret")).isTrue();
        assertThat(run.err()).isEmpty();
    }

    @Test
    void printsADocumentForPrograms() {
        Run run = piped("s3cret\n", "--json");

        assertThat(PasswordHash.parse(run.json().get("hash").asString()).matches("s3cret"))
                .isTrue();
        assertThat(run.json().get("warning").isNull()).isTrue();
    }

    @Test
    void keepsWhiteSpaceThatIsPartOfThePassword() {
        assertThat(PasswordHash.parse(piped(" a b \n").out().strip()).matches(" a b "))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a&b", "a+b", "a#b", "a%b", "a b", "pässword"})
    void warnsOfWhatRoutersDoNotEscapeWithoutShowingIt(String password) {
        Run run = piped(password + "\n");

        assertThat(run.status()).isZero();
        assertThat(PasswordHash.parse(run.out().strip()).matches(password)).isTrue();
        assertThat(run.err())
                .startsWith("The password has a character that a FRITZ!Box")
                .doesNotContain(password);
    }

    @Test
    void warnsProgramsInTheDocumentToo() {
        assertThat(piped("a&b", "--json").json().get("warning").asString()).contains("FRITZ!Box");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "\r\n"})
    void refusesAnEmptyPassword(String line) {
        assertRefused(piped(line), "the password is empty; expected one line on standard input");
    }

    @Test
    void refusesASecondLine() {
        assertRefused(
                piped("one\ntwo\n"), "there is more than one line on standard input; expected the password alone");
    }

    @Test
    void refusesControlCharacters() {
        assertRefused(piped("a\tb\n"), "the password has a control character in it, such as a tab; expected others");
    }

    @Test
    void refusesAFileGivenByMistake() {
        assertRefused(
                piped("x".repeat(1025)),
                "standard input has more than 1024 bytes; expected one line with the password");
    }

    @Test
    void refusesWhatIsNoText() {
        assertRefused(
                run(new Typed(new byte[] {'a', (byte) 0xff})),
                "standard input is not UTF-8 text; expected one line with the password");
    }

    @Test
    void asksTwiceAtATerminal() {
        Typed typed = new Typed("s3cret", "s3cret");

        Run run = run(typed);

        assertThat(PasswordHash.parse(run.out().strip()).matches("s3cret")).isTrue();
        assertThat(typed.prompts).containsExactly("Password: ", "The same again: ");
    }

    @Test
    void refusesTwoThatDiffer() {
        assertRefused(run(new Typed("s3cret", "s3cert")), "the two passwords differ; try again");
    }

    @Test
    void refusesWhenNothingIsTyped() {
        assertRefused(
                run(new Typed("s3cret")),
                "no password was typed; expected one, at a terminal that is standard output as well, or one line from"
                        + " a pipe");
    }

    private static void assertRefused(Run run, String message) {
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).isEqualTo("vpsdns: " + message + "\n");
    }

    private static Run piped(String text, String... more) {
        return run(new Typed(text.getBytes(StandardCharsets.UTF_8)), more);
    }

    private static Run run(Typed input, String... more) {
        List<String> line = new ArrayList<>(List.of("webhook", "hash-password"));
        line.addAll(Arrays.asList(more));
        return Run.bare().typing(input).run(line.toArray(String[]::new));
    }

    /** A pipe with bytes in it, or a person who types lines. */
    private static final class Typed implements Input {
        private final byte[] bytes;
        private final boolean terminal;
        private final Deque<String> lines;
        private final List<String> prompts = new ArrayList<>();

        Typed(byte[] bytes) {
            this.bytes = bytes;
            this.terminal = false;
            this.lines = new ArrayDeque<>();
        }

        Typed(String... lines) {
            this.bytes = new byte[0];
            this.terminal = true;
            this.lines = new ArrayDeque<>(List.of(lines));
        }

        @Override
        public InputStream stream() {
            return new ByteArrayInputStream(bytes);
        }

        @Override
        public boolean isTerminal() {
            return terminal;
        }

        @Override
        public Optional<String> ask(String prompt) {
            prompts.add(prompt);
            return Optional.ofNullable(lines.poll());
        }
    }
}
