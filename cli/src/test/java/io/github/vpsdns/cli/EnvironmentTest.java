// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpsdns.cli.terminal.Host;
import io.github.vpsdns.cli.terminal.Screen;
import io.github.vpsdns.cli.terminal.Terminal;
import io.github.vpsdns.cli.testing.Run;
import io.github.vpsdns.core.time.Timekeeper;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

/** The variables of the environment: what the help names and what the sample file names is the same. */
class EnvironmentTest {
    private static final Pattern IN_HELP = Pattern.compile("\\[(VPS[A-Z_]+)]");
    private static final Pattern IN_SAMPLE = Pattern.compile("(?m)^#(VPS[A-Z_]+)=");
    private static final List<String> WITHOUT_OPTION =
            List.of("VPS_API_TOKEN", "VPS_API_TOKEN_FILE", "VPSDNS_JAVA_OPTS");

    @Test
    void everyVariableIsInTheSampleFile() throws IOException {
        Set<String> expected = new TreeSet<>();
        for (String command : List.of("issue", "renew", "run", "list")) {
            expected.addAll(inHelp("acme", command));
        }
        for (String command : List.of("run", "once", "addresses")) {
            expected.addAll(inHelp("ddns", command));
        }
        expected.addAll(inHelp("webhook", "run"));
        expected.addAll(WITHOUT_OPTION);

        assertThat(inSample()).isEqualTo(expected);
    }

    @Test
    void everyAcmeOptionHasItsVariable() {
        String help = Run.of("acme", "issue", "--help").out();
        Set<String> options = Pattern.compile("--([a-z-]+)")
                .matcher(help)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        options.removeAll(Set.of("help", "version", "verbose", "json", "no-color", "token-file"));

        Set<String> variables = inHelp("acme", "issue");

        assertThat(options).allSatisfy(option -> {
            String name = option.toUpperCase(Locale.ROOT).replace('-', '_');
            assertThat(variables)
                    .containsAnyOf("VPSDNS_ACME_" + name, "VPSDNS_" + name, "VPSDNS_" + name + "S", "VPS_" + name);
        });
    }

    @Test
    void aFlagSaysTheSameWhereTheEnvironmentSaysItToo() {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        Map<String, String> environment = Map.of("VPSDNS_ACME_AGREE_TOS", "true", "VPSDNS_ACME_REUSE_KEY", "true");
        Host host = new Host(environment, "nobody", Path.of("/"), Timekeeper.system());
        CommandLine line = VpsDns.commands(new Terminal(nowhere, nowhere, Screen.NONE, host));

        ParseResult issue = line.parseArgs("acme", "issue", "-d", "example.com", "--agree-tos", "--reuse-key")
                .subcommand()
                .subcommand();

        assertThat(issue.matchedOptionValue("--agree-tos", false)).isTrue();
        assertThat(issue.matchedOptionValue("--reuse-key", false)).isTrue();
        ParseResult denied = line.parseArgs("acme", "issue", "-d", "example.com", "--no-reuse-key")
                .subcommand()
                .subcommand();
        assertThat(denied.matchedOptionValue("--reuse-key", true)).isFalse();
    }

    private static Set<String> inHelp(String... command) {
        String[] line = Arrays.copyOf(command, command.length + 1);
        line[command.length] = "--help";
        return IN_HELP.matcher(Run.of(line).out())
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> inSample() throws IOException {
        return IN_SAMPLE
                .matcher(Files.readString(Path.of("src/main/dist/conf/vpsdns.env")))
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
