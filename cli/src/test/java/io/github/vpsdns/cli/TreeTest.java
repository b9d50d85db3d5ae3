// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpsdns.cli.terminal.Host;
import io.github.vpsdns.cli.terminal.Screen;
import io.github.vpsdns.cli.terminal.Terminal;
import io.github.vpsdns.core.time.Timekeeper;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** Of all commands, only the one that a line names is made; what is made of it is what it is among all. */
class TreeTest {
    private static final PrintStream NOWHERE = new PrintStream(OutputStream.nullOutputStream());
    private static final Terminal TERMINAL = new Terminal(
            NOWHERE, NOWHERE, Screen.NONE, new Host(Map.of(), "someone", Path.of("/"), Timekeeper.system()));

    @ParameterizedTest
    @MethodSource("leaves")
    void makesTheNamedCommandAloneAsItIsAmongAll(List<String> words) {
        CommandLine narrow = VpsDns.tree(TERMINAL).narrow(words).orElseThrow();

        CommandLine alone = narrow;
        CommandLine among = VpsDns.tree(TERMINAL).whole();
        for (String word : words) {
            assertThat(alone.getSubcommands()).containsOnlyKeys(word);
            alone = alone.getSubcommands().get(word);
            among = among.getSubcommands().get(word);
        }
        assertThat(alone.getUsageMessage()).isEqualTo(among.getUsageMessage());
        assertThat(alone.isStopAtPositional()).isEqualTo(among.isStopAtPositional());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-v", "records", "--json records", "record list", "@file records list", "acme account"})
    void makesAllWhereNoCommandIsNamed(String line) {
        assertThat(VpsDns.tree(TERMINAL).narrow(List.of(line.split(" ")))).isEmpty();
    }

    @Test
    void seesPastOptionsInFrontOfAName() {
        assertThat(VpsDns.tree(TERMINAL).narrow(List.of("-v", "records", "--json", "list", "zones")))
                .isPresent();
    }

    static Stream<List<String>> leaves() {
        List<List<String>> leaves = new ArrayList<>();
        collect(VpsDns.tree(TERMINAL).whole(), List.of(), leaves);
        return leaves.stream();
    }

    private static void collect(CommandLine line, List<String> path, List<List<String>> leaves) {
        if (line.getSubcommands().isEmpty()) {
            leaves.add(path);
        }
        line.getSubcommands().forEach((name, below) -> {
            List<String> longer = new ArrayList<>(path);
            longer.add(name);
            collect(below, List.copyOf(longer), leaves);
        });
    }
}
