// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What all examples have in common. */
final class ExampleFilesTest {
    private static final int HEAD = 3;

    @TempDir
    private Path work;

    static Stream<String> examples() throws IOException {
        try (Stream<Path> files = Files.walk(Example.FOLDER)) {
            return files
                    .filter(Files::isRegularFile)
                    .map(file -> Example.FOLDER.relativize(file).toString())
                    .filter(name -> !name.matches("(src|target|outside|secrets)/.*|pom\\.xml|README\\.md"))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    static Stream<String> scripts() throws IOException {
        return examples().filter(name -> Example.of(name).text().startsWith("#!"));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void saysInItsFirstLinesWhatItIsForAndHowToUseIt(String name) {
        List<String> head = Example.of(name)
                .text()
                .lines()
                .filter(line -> !line.startsWith("#!") && !line.contains("SPDX-License-Identifier"))
                .limit(HEAD)
                .toList();

        assertThat(head)
                .hasSize(HEAD)
                .allSatisfy(line -> assertThat(line).startsWith("# ").hasSizeGreaterThan(30));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void isInTheTableOfContents(String name) {
        assertThat(Example.of("README.md").text()).contains("(" + name + ")");
    }

    @Test
    void allProgramsAreInTheTableOfContents() throws IOException {
        try (Stream<Path> files = Files.walk(Example.path("src/main/java"))) {
            assertThat(files.filter(file -> file.toString().endsWith(".java") && !file.endsWith("package-info.java")))
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(Example.of("README.md").text())
                            .contains("(" + Example.FOLDER.relativize(file) + ")"));
        }
    }

    @ParameterizedTest
    @MethodSource("scripts")
    void aScriptCanBeRunByAnyShell(String name) {
        assertThat(Example.path(name)).isExecutable();
        assertThat(Example.of(name).text()).startsWith("#!/bin/sh\n").contains("\nset -eu\n");
        Programs.Said said = new Programs(work)
                .run(Map.of(), List.of("sh", "-n", Example.path(name).toString()));
        assertThat(said.status()).as(said.text()).isZero();
    }

    /** Each of them is called by another program, which says what is to be done. */
    @ParameterizedTest
    @MethodSource("hooks")
    void aHookThatIsCalledByHandSaysSoInOneSentence(String name) {
        Programs.Said said = new Programs(work)
                .run(
                        Map.of("RENEWED_LINEAGE", "", "CERTBOT_DOMAIN", ""),
                        List.of(Example.path(name).toString()));

        assertThat(said.status()).isEqualTo(1);
        assertThat(said.text()).hasLineCount(1).matches("[a-z ]+: .*; .*\\R");
    }

    static Stream<String> hooks() throws IOException {
        return scripts().filter(name -> name.startsWith("deploy-hooks/") || name.endsWith("-hook"));
    }
}
