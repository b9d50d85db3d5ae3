// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.manual;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpsdns.sandbox.junit.NeedsPrograms;
import io.github.vpsdns.sandbox.peer.Programs;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine.Model.CommandSpec;

class ManualTest {
    private static final Pattern REFERENCE =
            Pattern.compile("\\\\fB(vpsdns[^\\\\]*(?:\\\\-[^\\\\]*)*)\\\\fR\\(([15])\\)");

    @TempDir
    private static Path share;

    private static Made made;

    @BeforeAll
    static void make() throws IOException {
        made = Made.in(share);
    }

    @Test
    void everyVisibleCommandHasItsPageAndNothingElseHas() throws IOException {
        Set<String> expected = Commands.all(Manual.commands())
                .map(command -> Commands.page(command) + ".1")
                .collect(Collectors.toSet());

        assertThat(names("man/man1")).isEqualTo(expected).contains("vpsdns-acme-issue.1");
        assertThat(names("man/man1")).noneMatch(name -> name.contains("client-hook"));
    }

    @Test
    void everyOptionIsInThePageOfItsCommand() throws IOException {
        for (CommandSpec command : Commands.all(Manual.commands()).toList()) {
            String page = made.text(Commands.page(command), 1);
            assertThat(Commands.options(command))
                    .as(command.qualifiedName())
                    .isNotEmpty()
                    .allSatisfy(option -> assertThat(page)
                            .contains(Commands.names(option).stream()
                                    .map(Roff::bold)
                                    .toArray(String[]::new)));
        }
    }

    @Test
    void tellsTheVariableOfAnOptionOnceAndNotInTheBracketsOfTheHelp() throws IOException {
        assertThat(made.text("vpsdns-acme-issue", 1))
                .contains("Environment: " + Roff.bold("VPSDNS_ACME_NAME") + ".")
                .doesNotContain("[VPSDNS_");
    }

    @Test
    void everyPageHasTheSectionsThatReadersLookFor() throws IOException {
        for (String name : names("man/man1")) {
            assertThat(Files.readString(share.resolve("man/man1").resolve(name)))
                    .as(name)
                    .containsSubsequence(
                            ".SH \"NAME\"",
                            ".SH \"SYNOPSIS\"",
                            ".SH \"DESCRIPTION\"",
                            ".SH \"OPTIONS\"",
                            ".SH \"EXIT STATUS\"",
                            ".SH \"SEE ALSO\"");
        }
    }

    @Test
    void everyPageThatIsReferredToIsThere() throws IOException {
        List<String> missing = new ArrayList<>();
        for (Path page : pages()) {
            REFERENCE.matcher(Files.readString(page)).results().forEach(reference -> {
                String name = reference.group(1).replace("\\-", "-");
                if (!Files.exists(made.page(name, Integer.parseInt(reference.group(2))))) {
                    missing.add(page.getFileName() + ": " + name);
                }
            });
        }

        assertThat(missing).isEmpty();
    }

    @Test
    void pagesOfConfigurationsHaveEveryKeyOfTheDocumentation() throws IOException {
        assertThat(made.text("vpsdns-ddns.yaml", 5))
                .contains(".TP\n" + Roff.bold("interval") + "\n", ".SH \"SOURCES\"", Roff.text("records[].ipv6-host"));
        assertThat(made.text("vpsdns-webhook.yaml", 5))
                .contains(".TP\n" + Roff.bold("patience") + "\n", Roff.text("acme-dns"));
    }

    @Test
    void isTheSameWheneverItIsMade(@TempDir Path other) throws IOException {
        Made again = Made.in(other);

        for (Path page : pages()) {
            assertThat(other.resolve(share.relativize(page))).hasSameTextualContentAs(page);
        }
        assertThat(again.text("vpsdns", 1)).contains(".TH \"vpsdns\" \"1\" \"2026-11-21\"");
    }

    @Test
    @NeedsPrograms("mandoc")
    void mandocHasNothingToComplainOf() throws Exception {
        assertThat(said("mandoc", "-Tlint", "-Wwarning")).isEmpty();
    }

    @Test
    @NeedsPrograms("groff")
    void groffHasNothingToComplainOf() throws Exception {
        assertThat(said("groff", "-man", "-Tutf8", "-ww", "-z")).isEmpty();
    }

    @Test
    @NeedsPrograms("man")
    void isReadableByMan() throws Exception {
        Process man = new ProcessBuilder(
                        Programs.find("man").orElseThrow().toString(),
                        "--warnings",
                        "-l",
                        made.page("vpsdns-acme-issue", 1).toString())
                .redirectErrorStream(true)
                .start();
        String shown = new String(man.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(shown).contains("vpsdns-acme-issue - get a certificate now", "-d NAME, --domain NAME");
        assertThat(man.waitFor()).isZero();
    }

    private static String said(String... checker) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(checker));
        pages().forEach(page -> command.add(page.toString()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }

    private static List<Path> pages() throws IOException {
        try (Stream<Path> all = Files.walk(share.resolve("man"))) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static Set<String> names(String directory) throws IOException {
        try (Stream<Path> all = Files.list(share.resolve(directory))) {
            return all.map(file -> file.getFileName().toString()).collect(Collectors.toSet());
        }
    }
}
