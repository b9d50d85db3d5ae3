// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpsdns.cli.examples.Programs.Said;
import io.github.vpsdns.sandbox.junit.NeedsPrograms;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Caddy as Debian has it reads the examples, up to the modules that it has not. */
@NeedsPrograms("caddy")
final class CaddyExamplesIT {
    private static final String FOLDER = "other-clients/caddy/";
    private static final Pattern MODULE = Pattern.compile("(?s)\t\tdns \\w+ (\\{.*?\n\t\t\\}|[^{\n]*)\n");

    @TempDir
    private Path work;

    @ParameterizedTest
    @ValueSource(strings = {"Caddyfile", "Caddyfile.acme-dns"})
    void isWrittenAsCaddyWritesIt(String name) {
        Said said = caddy("fmt", Example.path(FOLDER + name));

        assertThat(said.text())
                .isEqualToIgnoringNewLines(Example.of(FOLDER + name).text());
    }

    @ParameterizedTest
    @CsvSource({"Caddyfile, acmeproxy", "Caddyfile.acme-dns, acmedns"})
    void missesNothingButItsModule(String name, String module) {
        Said said = caddy("adapt", "--adapter", "caddyfile", "--config", Example.path(FOLDER + name));

        assertThat(said.text()).contains("module not registered: dns.providers." + module);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Caddyfile", "Caddyfile.acme-dns"})
    void isAConfigurationButForTheModule(String name) {
        String without = MODULE.matcher(Example.of(FOLDER + name).text()).replaceAll("\t\tissuer internal\n");
        assertThat(without).contains("issuer internal");
        Path file = Example.write(work.resolve("Caddyfile"), without);

        Said said = caddy("adapt", "--adapter", "caddyfile", "--config", file);

        assertThat(said.status()).as(said.text()).isZero();
    }

    private Said caddy(Object... words) {
        List<String> command = Stream.concat(Stream.of("caddy"), Stream.of(words))
                .map(Object::toString)
                .toList();
        return new Programs(work).run(Map.of("HOME", work.toString()), command);
    }
}
