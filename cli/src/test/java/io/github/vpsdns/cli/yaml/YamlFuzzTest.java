// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpsdns.core.testing.fuzz.Damage;
import io.github.vpsdns.core.testing.fuzz.Fuzz;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever a configuration file says, it is read, or all that is wrong is told in lines fit for a terminal. */
final class YamlFuzzTest {
    private static final String WHOLE = """
            interval: 5m
            names: [one, "two", 'three']   # a remark
            inner:
              key: >-
                a text
                in two lines
              other: |
                as it is
            """;
    private static final Damage DAMAGE = new Damage(List.of(
            "&a",
            "*a",
            "<<: *a",
            "!!java.net.URL ",
            "? ",
            "- ",
            "%YAML 9.9\n---\n",
            "\t",
            "[".repeat(50),
            "{a: ".repeat(40),
            "\ufeff"));

    @TempDir
    Path directory;

    @Test
    void isReadOrRefusedLineByLine() {
        Path file = directory.resolve("x.yaml");
        Fuzz.rounds(2_000, random -> {
            Files.write(file, DAMAGE.of(WHOLE.getBytes(StandardCharsets.UTF_8), random));
            try {
                assertThat(YamlFile.read(file, YamlFuzzTest::words)).isNotNull();
            } catch (MistakesException e) {
                assertThat(e.lines())
                        .isNotEmpty()
                        .allSatisfy(line -> assertThat(line)
                                .contains("x.yaml")
                                .hasSizeLessThan(1_000)
                                .matches("[^\\x00-\\x1f\\x7f]*"));
            }
        });
    }

    private static Supplier<String> words(YamlValue root) {
        String interval = root.map("interval", "names", "inner")
                .flatMap(map -> map.read("interval", Scalar.text(20, "a time")))
                .orElse("");
        return () -> interval;
    }
}
