// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.manual;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Completion for fish: one line for each command, option and parameter, with the command below which it stands. */
final class FishCompletion {
    private static final String COMPLETE = "complete -c vpsdns";

    private FishCompletion() {}

    /**
     * Writes the script.
     *
     * @throws IllegalArgumentException if an option takes a value in one command and none in another, which the script's way of
     *     finding the command could not tell apart
     */
    static String of(CommandSpec root, Template template) {
        return template.with("valued", Stream.of("            case " + String.join(" ", valued(root))))
                .with("commands", Stream.of("set -g __vpsdns_commands " + quoted(Commands.all(root))))
                .with(
                        "completions",
                        Stream.concat(everywhere(root), Commands.all(root).flatMap(FishCompletion::command)))
                .text();
    }

    private static Set<String> valued(CommandSpec root) {
        Set<String> valued = names(root, Commands::takesValue);
        Set<String> both = names(root, option -> !Commands.takesValue(option));
        both.retainAll(valued);
        if (!both.isEmpty()) {
            throw new IllegalArgumentException("some commands take a value with " + both + ", others none");
        }
        return valued;
    }

    private static Set<String> names(CommandSpec root, Predicate<OptionSpec> which) {
        return Commands.all(root)
                .flatMap(command -> Commands.options(command).stream())
                .filter(which)
                .flatMap(option -> Commands.names(option).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> everywhere(CommandSpec root) {
        return Commands.options(root).stream().map(option -> COMPLETE + option(option));
    }

    private static Stream<String> command(CommandSpec command) {
        String path = Commands.path(command);
        String at = COMPLETE + " -n " + quoted("__vpsdns_at " + quoted(path));
        List<String> lines = new ArrayList<>();
        for (CommandSpec each : Commands.below(command)) {
            lines.add(at + " -a " + each.name() + described(OptionText.brief(Commands.description(each))));
        }
        Commands.options(command).stream()
                .filter(option -> !Commands.isEverywhere(option))
                .forEach(option -> lines.add(at + option(option)));
        for (PositionalParamSpec each : Commands.parameters(command)) {
            String values = values(each);
            if (!values.isEmpty()) {
                String count = each.index().min() + " "
                        + (each.index().isVariable()
                                ? Integer.MAX_VALUE
                                : each.index().max());
                lines.add(COMPLETE + " -n " + quoted("__vpsdns_at " + quoted(path) + " " + count) + values);
            }
        }
        return lines.stream();
    }

    private static String option(OptionSpec option) {
        String names = Commands.names(option).stream()
                .map(name -> name.startsWith("--") ? " -l " + name.substring(2) : " -s " + name.substring(1))
                .collect(Collectors.joining());
        String values = Commands.takesValue(option) ? (values(option).isEmpty() ? " -x" : " -r" + values(option)) : "";
        return names + values + described(OptionText.of(option).brief());
    }

    private static String values(ArgSpec arg) {
        Value value = Value.of(arg);
        return switch (value.kind()) {
            case TEXT -> "";
            case WORDS -> " -f -a " + quoted(String.join(" ", value.words()));
            case FILE -> " -F";
            case DIRECTORY -> " -f -a '(__fish_complete_directories)'";
        };
    }

    private static String described(String text) {
        return " -d " + quoted(text);
    }

    private static String quoted(Stream<CommandSpec> commands) {
        return commands.map(Commands::path)
                .filter(path -> !path.isEmpty())
                .map(FishCompletion::quoted)
                .collect(Collectors.joining(" "));
    }

    private static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
