// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpsdns.cli.documentation.Document.Piece;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What readers are told to type is understood by the program. */
class CommandLinesTest {
    private static final String PROMPT = "$ ";

    /** A line in a sentence, perhaps behind the times of a crontab. */
    private static final Pattern IN_SENTENCE = Pattern.compile("(?:[*0-9/]+ ){0,5}(vpsdns .*)");

    /** Words of which one is to be chosen. */
    private static final Pattern CHOICE = Pattern.compile("([a-z-]+(?:\\|[a-z-]+)+)");

    @Test
    void thereAreLinesToLookAt() {
        assertThat(Document.all())
                .flatMap(Document::blocks)
                .flatMap(block -> Typed.lines(typed(block)))
                .hasSizeGreaterThan(60);
    }

    @Test
    void everyLineInABlockIsUnderstood() {
        List<String> wrong = Document.all().stream()
                .flatMap(page -> page.blocks().stream())
                .flatMap(block -> Typed.lines(typed(block)).stream()
                        .filter(line -> !line.contains("…"))
                        .flatMap(line -> Typed.complaint(line, true).stream()
                                .map(complaint -> block + ": vpsdns " + String.join(" ", line) + ": " + complaint)))
                .toList();

        assertThat(wrong).isEmpty();
    }

    @Test
    void everyLineInASentenceIsUnderstoodAsFarAsItGoes() {
        List<String> wrong = Document.all().stream()
                .flatMap(page -> page.codes().stream())
                .flatMap(code -> choices(code.text())
                        .flatMap(text -> Typed.lines(text).stream())
                        .flatMap(line -> Typed.complaint(line, false).stream()
                                .map(complaint -> code + ": vpsdns " + String.join(" ", line) + ": " + complaint)))
                .toList();

        assertThat(wrong).isEmpty();
    }

    /** Of a block that shows what a terminal does, what is behind the prompt. */
    private static String typed(Piece block) {
        if (block.kind().equals("sh")) {
            return block.text();
        }
        return block.text()
                .lines()
                .filter(line -> line.startsWith(PROMPT))
                .map(line -> line.substring(PROMPT.length()))
                .collect(Collectors.joining("\n"));
    }

    private static Stream<String> choices(String code) {
        Matcher line = IN_SENTENCE.matcher(code);
        if (!line.matches()) {
            return Stream.empty();
        }
        String text = line.group(1).replaceAll("\\[[^\\]]*]|…", "");
        Matcher choice = CHOICE.matcher(text);
        if (!choice.find()) {
            return Stream.of(text);
        }
        return Stream.of(choice.group(1).split("\\|"))
                .map(each -> text.substring(0, choice.start()) + each + text.substring(choice.end()));
    }
}
