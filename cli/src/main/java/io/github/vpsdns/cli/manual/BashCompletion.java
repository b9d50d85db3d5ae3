// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.manual;

import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * Completion for bash 4 and later: two functions with the words of every command, and one that knows the rest. Starts no process.
 * The words stand for themselves, {@code @files} and {@code @directories} for what is on disk.
 */
final class BashCompletion {
    private BashCompletion() {}

    static String of(CommandSpec root, Template template) {
        return template.with("commands", Commands.all(root).map(BashCompletion::command))
                .with(
                        "values",
                        Commands.all(root)
                                .flatMap(command -> Commands.options(command).stream()
                                        .filter(Commands::takesValue)
                                        .map(option -> value(command, option))
                                        .filter(line -> !line.isEmpty())))
                .text();
    }

    private static String command(CommandSpec command) {
        List<OptionSpec> options = Commands.options(command);
        String below = Commands.below(command).stream().map(CommandSpec::name).collect(Collectors.joining(" "));
        String names =
                options.stream().flatMap(each -> Commands.names(each).stream()).collect(Collectors.joining(" "));
        String valued = options.stream()
                .filter(Commands::takesValue)
                .flatMap(each -> Commands.names(each).stream())
                .collect(Collectors.joining(" "));
        List<PositionalParamSpec> parameters = Commands.parameters(command);
        String arguments = parameters.stream()
                .map(each -> "'" + words(Value.of(each)) + "'")
                .collect(Collectors.joining(" "));
        boolean open = !parameters.isEmpty()
                && parameters.get(parameters.size() - 1).index().isVariable();
        return "    '" + Commands.path(command) + "')\n" + "      commands='" + below + "'\n" + "      options='"
                + names
                + "'\n" + "      valued='" + valued + "'\n" + "      arguments=(" + arguments + ") open="
                + (open ? "yes" : "") + "\n" + "      ;;";
    }

    private static String value(CommandSpec command, OptionSpec option) {
        String words = words(Value.of(option));
        String patterns = Commands.names(option).stream()
                .map(name -> "'" + Commands.path(command) + " " + name + "'")
                .collect(Collectors.joining(" | "));
        return words.isEmpty() ? "" : "    " + patterns + ") wanted='" + words + "' ;;";
    }

    private static String words(Value value) {
        return switch (value.kind()) {
            case TEXT -> "";
            case WORDS -> String.join(" ", value.words());
            case FILE -> "@files";
            case DIRECTORY -> "@directories";
        };
    }
}
