// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpsdns.cli.base.ExitStatus;
import io.github.vpsdns.cli.documentation.Document.Piece;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Names in the documentation are those that the program uses. */
class NamesTest {
    private static final Pattern VARIABLE = Pattern.compile("\\bVPS(?:DNS)?_[A-Z_]*[A-Z]\\b");
    private static final Pattern SCRIPT = Pattern.compile("script/[a-z-]+");
    private static final Pattern STATUS = Pattern.compile("(?m)^\\| (\\d+) \\|");

    @Test
    void everyVariableIsOneThatTheProgramKnows() {
        String sources = sources(Document.PROJECT.resolve("cli/src/main"), "core/src/main", "ddns-agent/src/main");
        Set<String> unknown = new TreeSet<>(mentioned(VARIABLE));

        unknown.removeIf(
                name -> Pattern.compile("\\b" + name + "\\b").matcher(sources).find());

        assertThat(unknown).isEmpty();
        assertThat(mentioned(VARIABLE)).contains("VPS_API_TOKEN_FILE", "VPSDNS_EVENT");
    }

    @Test
    void everyScriptIsThereAndCanBeRun() {
        assertThat(mentioned(SCRIPT))
                .isNotEmpty()
                .allSatisfy(name -> assertThat(Document.PROJECT.resolve(name)).isExecutable());
    }

    @Test
    void theTableOfExitStatusesIsThatOfTheProgram() throws IOException {
        String section = section("operations.md", "## Exit statuses");

        assertThat(STATUS.matcher(section).results().map(match -> Integer.valueOf(match.group(1))))
                .containsExactly(ExitStatus.DONE, ExitStatus.FAILED, ExitStatus.USAGE, ExitStatus.TRY_LATER);
    }

    @Test
    void noOtherTableHasAnotherExitStatus() throws IOException {
        for (String page : List.of("dynamic-addresses.md", "webhook.md")) {
            assertThat(STATUS.matcher(section(page, "## Exit status")).results().map(match -> match.group(1)))
                    .isSubsetOf("0", "1", "2", "75", "143");
        }
    }

    private static Set<String> mentioned(Pattern pattern) {
        return Document.all().stream()
                .flatMap(page -> Stream.concat(page.blocks().stream(), page.codes().stream()))
                .map(Piece::text)
                .flatMap(text -> pattern.matcher(text).results().map(match -> match.group()))
                .collect(Collectors.toSet());
    }

    private static String section(String page, String heading) throws IOException {
        String text = Files.readString(Document.PROJECT.resolve("docs").resolve(page));
        int begin = text.indexOf("\n" + heading);
        assertThat(begin).as("a section '%s' in %s", heading, page).isPositive();
        int end = text.indexOf("\n## ", begin + 1);
        return text.substring(begin, end < 0 ? text.length() : end);
    }

    private static String sources(Path first, String... more) {
        return Stream.concat(Stream.of(first), Stream.of(more).map(Document.PROJECT::resolve))
                .flatMap(NamesTest::files)
                .map(NamesTest::read)
                .collect(Collectors.joining("\n"));
    }

    private static Stream<Path> files(Path directory) {
        try (Stream<Path> all = Files.walk(directory)) {
            return all.filter(Files::isRegularFile).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
