// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.manual;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpsdns.core.record.RecordType;
import io.github.vpsdns.sandbox.junit.NeedsPrograms;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine.Model.CommandSpec;

/** Real shells, asked what they offer. */
class CompletionTest {
    @TempDir
    private static Path share;

    @TempDir
    private static Path place;

    @BeforeAll
    static void make() throws IOException {
        Made.in(share);
        Files.createFile(place.resolve("request.csr"));
        Files.createDirectory(place.resolve("resources"));
    }

    @Test
    @NeedsPrograms("bash")
    void bashOffersWhatFits() throws Exception {
        offersWhatFits(Shell.BASH);
    }

    @Test
    @NeedsPrograms("zsh")
    void zshOffersWhatFits() throws Exception {
        offersWhatFits(Shell.ZSH);
    }

    @Test
    @NeedsPrograms("fish")
    void fishOffersWhatFits() throws Exception {
        offersWhatFits(Shell.FISH);
    }

    @Test
    @NeedsPrograms("bash")
    void bashKnowsEveryOptionOfEveryCommand() throws Exception {
        List<CommandSpec> commands = Commands.all(Manual.commands()).toList();
        String[] lines =
                commands.stream().map(command -> command.qualifiedName() + " -").toArray(String[]::new);

        List<Set<String>> offers = Shell.BASH.offers(share, lines);

        for (int i = 0; i < lines.length; i++) {
            assertThat(offers.get(i))
                    .as(lines[i])
                    .isEqualTo(Commands.options(commands.get(i)).stream()
                            .flatMap(option -> Commands.names(option).stream())
                            .collect(Collectors.toCollection(TreeSet::new)));
        }
    }

    @Test
    @NeedsPrograms("bash")
    void bashTakesAnEqualsSignAndColonsForWhatTheyAre() throws Exception {
        List<Set<String>> offers = Shell.BASH.offers(
                share,
                "vpsdns acme issue --key-type=p",
                "vpsdns acme issue --dir=x --chal",
                "vpsdns acme run --listen 127.0.0.1 : 80 --chal");

        assertThat(offers).containsExactly(Set.of("p256", "p384"), Set.of("--challenge"), Set.of("--challenge"));
    }

    private static void offersWhatFits(Shell shell) throws Exception {
        List<Set<String>> offers = shell.offers(
                share,
                "vpsdns ",
                "vpsdns --json acme re",
                "vpsdns acme issue --name list --key",
                "vpsdns acme issue --key",
                "vpsdns acme issue --key-type ",
                "vpsdns records set www.example.com ",
                "vpsdns acme issue --csr " + place + "/re",
                "vpsdns acme list --dir " + place + "/re",
                "vpsdns acme issue --no-reu",
                "vpsdns zones import example.com " + place + "/re");

        assertThat(offers.get(0))
                .contains("zones", "records", "acme", "ddns", "webhook")
                .doesNotContain("issue");
        assertThat(offers.get(1)).containsExactly("renew", "revoke");
        assertThat(offers.get(2))
                .as("the value of an option is no word of its own")
                .isEqualTo(offers.get(3));
        assertThat(offers.get(3)).containsExactly("--key-type", "--keystore-password-file");
        assertThat(offers.get(4)).containsExactly("p256", "p384", "rsa2048", "rsa3072", "rsa4096");
        assertThat(offers.get(5))
                .isEqualTo(new TreeSet<>(
                        RecordType.KNOWN.stream().map(RecordType::name).toList()));
        assertThat(offers.get(6)).anyMatch(each -> each.endsWith("request.csr"));
        assertThat(offers.get(7))
                .anyMatch(each -> each.matches(".*resources/?"))
                .noneMatch(each -> each.endsWith("request.csr"));
        assertThat(offers.get(8)).containsExactly("--no-reuse-key");
        assertThat(offers.get(9)).anyMatch(each -> each.endsWith("request.csr"));
    }
}
