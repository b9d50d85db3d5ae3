// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class YamlFileTest {
    private static final Scalar<Duration> TIME = Scalar.duration(Duration.ofSeconds(1), Duration.ofDays(1));
    private static final Scalar<Integer> NUMBER = Scalar.number(1, 100, "pieces");
    private static final Scalar<String> TEXT = Scalar.text(20, "a name");

    @TempDir
    Path directory;

    /** What the test's files say: a time, a number, a switch, a word, texts and a map. */
    private record Settings(
            Optional<Duration> interval,
            Optional<Integer> count,
            Optional<Boolean> verify,
            Optional<Integer> mode,
            List<String> names,
            Optional<String> inner) {
        static Supplier<Settings> read(YamlValue root) {
            YamlMap map = root.map("interval", "count", "verify", "mode", "names", "inner")
                    .orElse(null);
            if (map == null) {
                return () -> {
                    throw new AssertionError("asked in spite of a mistake");
                };
            }
            Settings settings = new Settings(
                    map.read("interval", TIME),
                    map.read("count", NUMBER),
                    map.read("verify", Scalar.bool()),
                    map.read("mode", Scalar.word(Map.of("slow", 1), List.of("slow"))),
                    map.get("names").map(names -> names.oneOrMore(3, "names")).orElse(List.of()).stream()
                            .flatMap(name -> name.read(TEXT).stream())
                            .toList(),
                    map.get("inner").flatMap(inner -> inner.map("key")).flatMap(inner -> inner.read("key", TEXT)));
            return () -> settings;
        }
    }

    @Test
    void readsWhatIsThere() throws IOException {
        Settings settings = read("""
                # a comment
                interval: 1h30m
                count: 7
                verify: false
                mode: slow
                names: [one, "2", 'three']
                inner: { key: value }
                """);

        assertThat(settings)
                .isEqualTo(new Settings(
                        Optional.of(Duration.ofMinutes(90)),
                        Optional.of(7),
                        Optional.of(false),
                        Optional.of(1),
                        List.of("one", "2", "three"),
                        Optional.of("value")));
    }

    @Test
    void leavesOutWhatIsNotThere() throws IOException {
        assertThat(read("count: 1").interval()).isEmpty();
    }

    @Test
    void takesOneValueForAListOfOne() throws IOException {
        assertThat(read("names: one").names()).containsExactly("one");
    }

    @Test
    void acceptsAByteOrderMarkAndLineEndsOfAnySystem() throws IOException {
        assertThat(read("\ufeffcount: 1\r\nverify: true\r\n").count()).contains(1);
    }

    @ParameterizedTest
    @CsvSource({"500ms, PT0.5S", "90s, PT1M30S", "5m, PT5M", "1h, PT1H", "2d, PT48H", "1d2h3m4s5ms, P1DT2H3M4.005S"})
    void readsTimes(String text, Duration expected) throws IOException {
        Scalar<Duration> any = Scalar.duration(Duration.ZERO, Duration.ofDays(9));

        assertThat(YamlFile.<Optional<Duration>>read(file(text), root -> () -> root.read(any)))
                .contains(expected);
    }

    @Test
    void tellsAllMistakesFromTopToBottom() throws IOException {
        assertThat(mistakes("""
                        inner:
                          kye: x
                        count: 0
                        intervall: 5m
                        verify: maybe
                        interval: 5
                        """))
                .containsExactly(
                        "2: inner: there is no key 'kye'; did you mean 'key'?",
                        "3: count: '0' is refused; expected a whole number of pieces, 1 to 100",
                        "4: there is no key 'intervall'; did you mean 'interval'?",
                        "5: verify: this is text; expected true or false",
                        "6: interval: '5' is refused; expected a time such as 90s, 5m or 1h30m, 1s to 1d");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "color: red | 1: there is no key 'color'; expected one of interval, count, verify, mode, names, inner",
                "count: 1.5 | 1: count: this is a number with a fraction; expected a whole number of pieces, 1 to 100",
                "count: '7' | 1: count: this is text; expected a whole number of pieces, 1 to 100",
                "count: 99999999999999999999 | 1: count: '99999999999999999999' is refused; expected a whole number of pieces, 1 to 100",
                "count: 0x10 | 1: count: '0x10' is refused; expected a whole number of pieces, 1 to 100",
                "count: | 1: count: it has no value; expected a whole number of pieces, 1 to 100",
                "count: [1] | 1: count: this is a list; expected a whole number of pieces, 1 to 100",
                "count: {a: 1} | 1: count: this is a map of keys and values; expected a whole number of pieces, 1 to 100",
                "interval: 2d | 1: interval: '2d' is refused; expected a time such as 90s, 5m or 1h30m, 1s to 1d",
                "interval: 5 m | 1: interval: '5 m' is refused; expected a time such as 90s, 5m or 1h30m, 1s to 1d",
                "interval: 99999999999d | 1: interval: '99999999999d' is refused; expected a time such as 90s, 5m or 1h30m, 1s to 1d",
                "interval: true | 1: interval: this is true or false; expected a time such as 90s, 5m or 1h30m, 1s to 1d, in quotes if it looks like something else",
                "verify: yes | 1: verify: this is text; expected true or false",
                "mode: slwo | 1: mode: 'slwo' is refused; expected slow; did you mean 'slow'?",
                "names: [] | 1: names: a list of 0 is refused; expected 1 to 3 names",
                "names: [a, b, c, d] | 1: names: a list of 4 is refused; expected 1 to 3 names",
                "names: [a, 2] | 1: names[1]: this is a number; expected a name, in quotes if it looks like something else",
                "names: [a, ~] | 1: names[1]: it has no value; expected a name, in quotes if it looks like something else",
                "names: {a: b} | 1: names: this is a map of keys and values; expected a name",
                "names: ' ' | 1: names: it is empty; expected a name",
                "names: 123456789012345678901x | 1: names: it has 22 characters; expected a name of at most 20",
                "inner: text | 1: inner: this is text; expected a map with the keys key",
                "inner: ~ | 1: inner: it has no value; expected a map with the keys key",
                "inner: !secret {key: x} | 1: inner: this is something with a tag of its own; expected a map with the keys key",
                "- count | 1: this is a list; expected a map with the keys interval, count, verify, mode, names, inner",
                "count | 1: this is text; expected a map with the keys interval, count, verify, mode, names, inner",
                "{[a]: b} | 1: a key is not text; expected one of interval, count, verify, mode, names, inner"
            })
    void refuses(String content, String expected) throws IOException {
        assertThat(mistakes(content)).containsExactly(expected);
    }

    @Test
    void refusesAKeyThatIsThereTwiceWhateverItSays() throws IOException {
        assertThat(mistakes("count: 1\nverify: true\ncount: 1\n"))
                .containsExactly("3: count: the key is there twice, on line 1 too; expected it once");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "inner:\\n\\tkey: x | 2: there is a tab; YAML is indented with spaces",
                "count: 1\\n  verify: true | 2: a second ': ' on this line, or the indentation is not that of the line before; put the value in quotes, or begin a line in the same column as its neighbours",
                "names: 'one | 1: something is not finished here, such as a quotation or a list in brackets",
                "count: 1\\nnames: [one,\\n\\n | 4: something is not finished here, such as a quotation or a list in brackets",
                "count: 1\\nverify\\nmode: slow | 3: there is no ': ' behind the key, counted from line 2",
                "names:\\n  - a\\n - b | 3: the indentation does not fit the lines before, counted from line 1",
                "names: @x | 1: a value begins with a character that means something else in YAML; put it in quotes",
                "names: *x | 1: anchors (&) and aliases (*) are not accepted; write the value out, or in quotes if it is to begin with such a sign",
                "count: &a 1 | 1: anchors (&) and aliases (*) are not accepted; write the value out, or in quotes if it is to begin with such a sign",
                "count: 1\\n---\\ncount: 2 | 2: a second document begins here; expected one document without '---' in it",
                "count: 1\\n\\0 | 2: the character U+0000 is not allowed in YAML"
            })
    void refusesWhatIsNotPlainYamlByItsLine(String content, String expected) throws IOException {
        assertThat(mistakes(content.replace("\\n", "\n").replace("\\t", "\t").replace("\\0", "\0")))
                .containsExactly(expected);
    }

    @Test
    void refusesABombOfAliasesBeforeItGoesOff() throws IOException {
        StringBuilder bomb = new StringBuilder("a: &a [x,x,x,x,x,x,x,x,x]\n");
        for (char c = 'b'; c < 'z'; c++) {
            String former = "*" + (char) (c - 1);
            bomb.append(c)
                    .append(": &")
                    .append(c)
                    .append(" [")
                    .append((former + ",").repeat(9))
                    .append("]\n");
        }

        assertThat(mistakes(bomb.toString())).singleElement().asString().startsWith("1: anchors (&)");
    }

    @Test
    void refusesNestingThatWouldExhaustTheStack() throws IOException {
        assertThat(mistakes("[".repeat(200_000))).containsExactly("1: maps and lists are nested more than 30 deep");
    }

    @Test
    void refusesTextThatIsNotUtf8ByItsLine() throws IOException {
        byte[] content = "count: 1\nnames: ä\n".getBytes(StandardCharsets.ISO_8859_1);

        assertThat(mistakes(Files.write(directory.resolve("settings.yaml"), content)))
                .containsExactly("2: the text is not UTF-8 here; save the file as UTF-8");
    }

    @ParameterizedTest
    @CsvSource({"''", "'# only a comment'", "'---'"})
    void refusesAnEmptyFile(String content) throws IOException {
        assertThat(mistakes(content)).singleElement().asString().containsAnyOf("it is empty", "it has no value");
    }

    @Test
    void refusesMoreThanAMebibyte() throws IOException {
        assertThat(mistakes("#".repeat((1 << 20) + 1))).containsExactly("it is longer than 1048576 bytes");
    }

    @Test
    void refusesADirectory() {
        assertThat(mistakes(directory)).containsExactly("it is a directory");
    }

    @Test
    void refusesAFileThatIsNotThere() {
        assertThat(mistakes(directory.resolve("settings.yaml"))).containsExactly("there is no such file");
    }

    @Test
    void stopsCountingMistakesAtAHundred() throws IOException {
        String content =
                IntStream.range(0, 5000).mapToObj(i -> "unknown" + i + ": x\n").collect(Collectors.joining());

        assertThat(mistakes(content)).hasSize(100);
    }

    @Test
    void neverQuotesTextThatMayBeASecret() throws IOException {
        assertThat(mistakes(
                        "names: [ {hunter2: x}, \"hunter2\\thunter2\", hunter2hunter2hunter2 ]\ncount: [hunter2]\n"))
                .hasSize(4)
                .noneMatch(line -> line.contains("hunter2"));
    }

    @Test
    void quotesTheTerminalsControlCharactersOfAKeyHarmlessly() throws IOException {
        assertThat(mistakes("\"\\e[31mred\": 1")).singleElement().asString().contains("'\\027[31mred'");
    }

    @Test
    void saysWhichFile() throws IOException {
        Path file = file("count: 0");
        MistakesException thrown =
                catchThrowableOfType(MistakesException.class, () -> YamlFile.read(file, Settings::read));

        assertThat(thrown).hasMessageStartingWith(file + ":1: count: '0' is refused");
    }

    private Settings read(String content) throws IOException {
        return YamlFile.read(file(content), Settings::read);
    }

    private List<String> mistakes(String content) throws IOException {
        return mistakes(file(content));
    }

    private static List<String> mistakes(Path file) {
        MistakesException thrown =
                catchThrowableOfType(MistakesException.class, () -> YamlFile.read(file, Settings::read));
        assertThat(thrown).as("mistakes").isNotNull();
        return thrown.lines().stream()
                .map(line -> line.substring(file.toString().length() + 1).strip())
                .toList();
    }

    private Path file(String content) throws IOException {
        return Files.writeString(directory.resolve("settings.yaml"), content);
    }
}
