// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Who looks for a message on the page of troubles finds the words that the program says. */
class TroubleshootingTest {
    private static final Path ROOT = Path.of("..");
    private static final Pattern QUOTED = Pattern.compile("`([^`]+)`");

    @Test
    void everyMessageOnThePageIsSaidSomewhere() throws IOException {
        String said = sources();
        List<String> messages = Files.readAllLines(ROOT.resolve("docs/troubleshooting.md")).stream()
                .filter(line -> line.startsWith("| `") || line.matches("\\| (a|an|the) .*`.*"))
                .map(line -> line.substring(0, line.indexOf(" | ", 2)))
                .flatMap(cell -> QUOTED.matcher(cell).results().map(TroubleshootingTest::quoted))
                .flatMap(message -> Arrays.stream(message.split("…", -1)))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();

        assertThat(messages)
                .hasSizeGreaterThan(40)
                .allSatisfy(message ->
                        assertThat(said.contains(message)).as(message).isTrue());
    }

    private static String quoted(MatchResult found) {
        return found.group(1);
    }

    /** What the program is made of, with literals that go over several lines in one piece. */
    private static String sources() throws IOException {
        StringBuilder all = new StringBuilder();
        for (String module : List.of("core", "acme-plugin", "ddns-agent", "webhook-server", "cli")) {
            try (Stream<Path> files = Files.walk(ROOT.resolve(module).resolve("src/main"))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    if (file.toString().endsWith(".java") || file.getParent().endsWith("bin")) {
                        all.append(Files.readString(file));
                    }
                }
            }
        }
        return all.toString().replaceAll("\"\\s*\\+\\s*\"", "");
    }
}
