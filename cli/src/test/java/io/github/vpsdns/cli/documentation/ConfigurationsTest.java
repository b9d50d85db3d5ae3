// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpsdns.cli.ddns.config.DdnsConfiguration;
import io.github.vpsdns.cli.documentation.Document.Piece;
import io.github.vpsdns.cli.terminal.Host;
import io.github.vpsdns.cli.webhook.config.WebhookConfiguration;
import io.github.vpsdns.cli.yaml.MistakesException;
import io.github.vpsdns.core.time.Timekeeper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Configurations in the documentation are read as the services read theirs. */
class ConfigurationsTest {
    private static final String HASH =
            "$argon2id$v=19$m=19456,t=2,p=1$YWFhYWFhYWFhYWFhYWFhYQ$YmJiYmJiYmJiYmJiYmJiYmJiYmJiYmJiYmJiYmJiYmI";

    /** What else a page may show: rules of Prometheus, and files of Docker's, Kubernetes' and other programs'. */
    private static final List<String> OTHERS =
            List.of("- alert:", "groups:", "services:", "scrape_configs:", "apiVersion:", "certificatesResolvers:");

    private static final String USERS =
            "users: [{ name: somebody, password: \"" + HASH + "\", hosts: [a.example.com] }]\n";

    @TempDir
    private Path directory;

    private enum Of {
        AGENT,
        SERVER,
        ANOTHER
    }

    @TestFactory
    Stream<DynamicTest> everyConfigurationIsAccepted() {
        return blocks().filter(block -> of(block) != Of.ANOTHER)
                .map(block -> DynamicTest.dynamicTest(
                        block.toString(), () -> assertThat(mistakes(block)).isEmpty()));
    }

    @Test
    void itIsKnownOfEveryBlockOfYamlWhatReadsIt() {
        assertThat(blocks().map(ConfigurationsTest::of)).contains(Of.AGENT, Of.SERVER);
    }

    @Test
    void aMistakeIsFound() throws IOException {
        Piece block =
                new Piece(Path.of("x.md"), 1, "yaml", "addresses: { ipv4: interface }\nrecord: [a.example.com]\n");

        assertThat(mistakes(block)).isNotEmpty();
    }

    private List<String> mistakes(Piece block) throws IOException {
        String whole = block.text().replaceAll("\\$argon2id\\$…", HASH.replace("$", "\\$"));
        try {
            if (of(block) == Of.AGENT) {
                DdnsConfiguration.read(file(with(whole, "addresses", "addresses: { ipv4: interface }\n")));
            } else {
                Host host = new Host(Map.of(), "somebody", directory, Timekeeper.system());
                WebhookConfiguration.read(file(with(whole, "users", USERS)), host);
            }
            return List.of();
        } catch (MistakesException e) {
            return e.lines();
        }
    }

    private static String with(String text, String key, String line) {
        return text.lines().anyMatch(each -> each.startsWith(key + ":")) ? text : text + "\n" + line;
    }

    private Path file(String text) throws IOException {
        Path file = Files.createTempFile(
                directory,
                "configuration",
                ".yaml",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        return Files.writeString(file, text);
    }

    private static Stream<Piece> blocks() {
        return Document.all().stream()
                .flatMap(page -> page.blocks().stream())
                .filter(block -> block.kind().equals("yaml"));
    }

    private static Of of(Piece block) {
        Optional<String> first = block.text()
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .findFirst();
        if (OTHERS.stream().anyMatch(mark -> first.orElse("").startsWith(mark))) {
            return Of.ANOTHER;
        }
        return block.text().matches("(?s)(.*\n)?(addresses|records):.*") ? Of.AGENT : Of.SERVER;
    }
}
