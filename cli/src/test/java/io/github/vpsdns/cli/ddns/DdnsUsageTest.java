// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.ddns;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpsdns.cli.testing.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes wrong before anything is done. */
final class DdnsUsageTest {
    private static final String GOOD = "addresses: {ipv4: 'static:192.0.2.7'}\nrecords: [home.example.com]\n";

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"run", "once"})
    void aConfigurationMustBeThere(String command) {
        Run run = Run.bare().with("VPSDNS_DDNS_CONFIG", "").run("ddns", command, "--config", "nowhere.yaml");

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).isEqualTo("vpsdns: nowhere.yaml: there is no such file\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"run", "once"})
    void anEmptyNameOfAConfigurationIsRefused(String command) {
        Run run = Run.of("ddns", command, "--config", "");

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).isEqualTo("vpsdns: --config: its value is empty; name a file, or leave the option out\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"run", "once", "addresses"})
    void oneMistakeIsOneSentence(String command) throws IOException {
        Path file = file("interval: 5x\n" + GOOD);

        Run run = Run.of("ddns", command, "--config", file.toString());

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .isEqualTo("vpsdns: " + file
                        + ":1: interval: '5x' is refused; expected a time such as 90s, 5m or 1h30m," + " 1s to 30d\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"run", "once", "addresses"})
    void severalMistakesAreAllTold(String command) throws IOException {
        Path file = file("interval: 5x\nttl: 0\nwhat: ever\n" + GOOD);

        Run run = Run.of("ddns", command, "--config", file.toString());

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err().lines())
                .hasSize(4)
                .anyMatch(line -> line.startsWith(file + ":1: interval: "))
                .anyMatch(line -> line.startsWith(file + ":2: ttl: "))
                .anyMatch(line -> line.startsWith(file + ":3: there is no key 'what'"))
                .endsWith("vpsdns: the configuration has 3 mistakes, told above; nothing was done");
    }

    @Test
    void severalMistakesAreOneDocumentForPrograms() throws IOException {
        Path file = file("interval: 5x\nttl: 0\n" + GOOD);

        Run run = Run.of("ddns", "once", "--json", "--config", file.toString());

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.error().get("kind").asString()).isEqualTo("usage");
        assertThat(run.error().get("message").asString()).contains(":1: interval: ", "; ", ":2: ttl: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"run", "once"})
    void aTokenMustBeThere(String command) throws IOException {
        Run run = Run.of("ddns", command, "--config", file(GOOD).toString());

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).startsWith("vpsdns: no API token found; ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"run", "once"})
    void theTokensFileOfTheConfigurationWinsOverTheEnvironment(String command) throws IOException {
        Path file = file("api: {token-file: nowhere}\n" + GOOD);

        Run run = Run.bare().with("VPS_API_TOKEN", "vps_other").run("ddns", command, "--config", file.toString());

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err())
                .startsWith("vpsdns: the token file '" + directory.resolve("nowhere") + "' does not exist");
    }

    @Test
    void theVariableNamesTheConfiguration() throws IOException {
        Path file = file("ttl: 0\n" + GOOD);

        Run run = Run.bare().with("VPSDNS_DDNS_CONFIG", file.toString()).run("ddns", "once");

        assertThat(run.err()).startsWith("vpsdns: " + file + ":1: ttl: ");
    }

    @Test
    void aCommandIsMissing() {
        Run run = Run.of("ddns");

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).startsWith("vpsdns: a command is missing; expected one of run, once, addresses");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--force", "--withdraw"})
    void runTakesNoOptionsOfOnePass(String option) {
        Run run = Run.of("ddns", "run", option);

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).startsWith("vpsdns: there is no option '" + option + "'");
    }

    private Path file(String content) throws IOException {
        return Files.writeString(directory.resolve("ddns.yaml"), content);
    }
}
