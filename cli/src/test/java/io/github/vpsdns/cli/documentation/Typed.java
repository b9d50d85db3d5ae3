// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.documentation;

import io.github.vpsdns.cli.VpsDns;
import io.github.vpsdns.cli.terminal.Host;
import io.github.vpsdns.cli.terminal.Screen;
import io.github.vpsdns.cli.terminal.Terminal;
import io.github.vpsdns.core.time.Timekeeper;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Lines that people are told to type, as far as they are for this program. */
final class Typed {
    private static final String PROGRAM = "(?:.*/)?vpsdns";
    private static final String HOOK = "(?:.*/)?vpsdns-acme-hook";
    private static final String NESTED = "(?:/\\S*/)?vpsdns(?:-acme-hook)? .*";
    private static final String BEFORE = "[A-Za-z_]+=.*|exec|sudo|env|if|!|while|until|do|then|time";

    private Typed() {}

    /** Finds the lines of this program, each as its arguments; also those that are handed to other programs as one word. */
    static List<List<String>> lines(String shell) {
        return ShellText.commands(shell).stream().flatMap(Typed::ours).toList();
    }

    private static Stream<List<String>> ours(List<String> words) {
        int first = 0;
        while (first < words.size() && words.get(first).matches(BEFORE)) {
            first++;
        }
        List<String> command = words.subList(first, words.size());
        if (!command.isEmpty() && command.get(0).matches(PROGRAM)) {
            return Stream.of(command.subList(1, command.size()));
        }
        if (!command.isEmpty() && command.get(0).matches(HOOK)) {
            List<String> hook = new ArrayList<>(List.of("acme", "client-hook"));
            hook.addAll(command.subList(1, command.size()));
            return Stream.of(hook);
        }
        return words.stream().filter(word -> word.matches(NESTED)).flatMap(word -> lines(word).stream());
    }

    /**
     * Says what is wrong with a line.
     *
     * @param whole whether nothing is left out that the command needs
     */
    static Optional<String> complaint(List<String> arguments, boolean whole) {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        Host host = new Host(Map.of(), "", Path.of(""), Timekeeper.system());
        CommandLine line = VpsDns.commands(new Terminal(nowhere, nowhere, Screen.NONE, host));
        try {
            ParseResult parsed = line.parseArgs(arguments.toArray(String[]::new));
            while (parsed.subcommand() != null) {
                parsed = parsed.subcommand();
            }
            boolean group = !parsed.commandSpec().subcommands().isEmpty();
            return whole && group && !parsed.isUsageHelpRequested() && !parsed.isVersionHelpRequested()
                    ? Optional.of("a command is missing")
                    : Optional.empty();
        } catch (MissingParameterException e) {
            return whole ? Optional.of(e.getMessage()) : Optional.empty();
        } catch (ParameterException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }
}
