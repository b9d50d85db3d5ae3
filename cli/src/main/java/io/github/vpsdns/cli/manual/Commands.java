// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.manual;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The commands as a reader sees them: those that are not hidden. */
final class Commands {
    private Commands() {}

    /** Returns a command and all below it. */
    static Stream<CommandSpec> all(CommandSpec command) {
        return Stream.concat(Stream.of(command), below(command).stream().flatMap(Commands::all));
    }

    static List<CommandSpec> below(CommandSpec command) {
        return command.subcommands().entrySet().stream()
                .filter(each -> each.getKey().equals(each.getValue().getCommandName())) // no aliases
                .map(Map.Entry::getValue)
                .map(CommandLine::getCommandSpec)
                .filter(each -> !each.usageMessage().hidden())
                .toList();
    }

    static List<OptionSpec> options(CommandSpec command) {
        return command.options().stream().filter(each -> !each.hidden()).toList();
    }

    static List<PositionalParamSpec> parameters(CommandSpec command) {
        return command.positionalParameters().stream()
                .filter(each -> !each.hidden())
                .toList();
    }

    /** Tells whether an option is one of all commands. */
    static boolean isEverywhere(OptionSpec option) {
        return option.inherited()
                || option.usageHelp()
                || option.versionHelp()
                || option.command().parent() == null;
    }

    static boolean takesValue(OptionSpec option) {
        return option.arity().max() > 0;
    }

    /** All ways to write an option's name, those that deny it included. */
    static List<String> names(OptionSpec option) {
        CommandSpec command = option.command();
        Stream<String> denied = command.negatedOptionsMap().entrySet().stream()
                .filter(each -> each.getValue().equals(option))
                .map(Map.Entry::getKey);
        return Stream.concat(Stream.of(option.names()), denied).distinct().toList();
    }

    static String description(ArgSpec arg) {
        return plain(arg.description());
    }

    static String description(CommandSpec command) {
        return plain(command.usageMessage().description());
    }

    /** The words below {@code vpsdns}, separated by spaces; of {@code vpsdns} itself the empty text. */
    static String path(CommandSpec command) {
        String whole = command.qualifiedName(" ");
        int first = whole.indexOf(' ');
        return first < 0 ? "" : whole.substring(first + 1);
    }

    static String page(CommandSpec command) {
        return command.qualifiedName("-");
    }

    private static String plain(String... lines) {
        return String.join(" ", lines).replace("%n", " ").replace("%%", "%").strip();
    }
}
