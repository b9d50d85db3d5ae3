// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.manual;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Completion for zsh: a function for each command, in the terms of {@code _arguments}. */
final class ZshCompletion {
    private ZshCompletion() {}

    static String of(CommandSpec root, Template template) {
        return template.with("functions", Commands.all(root).map(ZshCompletion::function))
                .text();
    }

    private static String function(CommandSpec command) {
        List<String> arguments = new ArrayList<>();
        Commands.options(command).forEach(option -> arguments.addAll(option(option)));
        return name(command) + "() {\n"
                + (Commands.below(command).isEmpty() ? leaf(command, arguments) : group(command, arguments)) + "}\n";
    }

    private static String leaf(CommandSpec command, List<String> arguments) {
        Commands.parameters(command).forEach(each -> arguments.add(parameter(each)));
        return call("-s -S", arguments);
    }

    private static String group(CommandSpec command, List<String> arguments) {
        arguments.add(quoted("1: :->command"));
        arguments.add(quoted("*:: :->rest"));
        List<CommandSpec> below = Commands.below(command);
        String commands = below.stream()
                .map(each ->
                        "        " + quoted(each.name() + ":" + OptionText.brief(Commands.description(each))) + "\n")
                .collect(Collectors.joining());
        String cases = below.stream()
                .map(each -> "        " + each.name() + ") " + name(each) + " ;;\n")
                .collect(Collectors.joining());
        return "  local curcontext=$curcontext state line\n  local -a commands\n  typeset -A opt_args\n"
                + call("-C -s -S", arguments) + "  case $state in\n    command)\n      commands=(\n" + commands
                + "      )\n      _describe -t commands 'command' commands\n      ;;\n    rest)\n"
                + "      curcontext=\"${curcontext%:*}-$line[1]:\"\n      case $line[1] in\n" + cases
                + "      esac\n      ;;\n  esac\n";
    }

    private static String call(String flags, List<String> arguments) {
        return "  _arguments " + flags
                + arguments.stream().map(each -> " \\\n    " + each).collect(Collectors.joining()) + "\n";
    }

    private static List<String> option(OptionSpec option) {
        List<String> names = Commands.names(option);
        String excluded = option.isMultiValue() ? "*" : "(" + String.join(" ", names) + ")";
        return names.stream()
                .map(name -> quoted(excluded + name + separator(option, name) + "["
                        + escaped(OptionText.of(option).brief()) + "]" + value(option)))
                .toList();
    }

    private static String separator(OptionSpec option, String name) {
        return Commands.takesValue(option) && name.startsWith("--") ? "=" : "";
    }

    private static String value(OptionSpec option) {
        return Commands.takesValue(option) ? ":" + message(option) + ":" + action(option) : "";
    }

    private static String parameter(PositionalParamSpec parameter) {
        String position = parameter.index().isVariable() || parameter.isMultiValue()
                ? "*"
                : String.valueOf(parameter.index().min() + 1);
        String optional = parameter.arity().min() == 0 && !position.equals("*") ? "::" : ":";
        return quoted(position + optional + message(parameter) + ":" + action(parameter));
    }

    private static String message(ArgSpec arg) {
        return escaped(arg.paramLabel());
    }

    private static String action(ArgSpec arg) {
        Value value = Value.of(arg);
        return switch (value.kind()) {
            case TEXT -> "";
            case WORDS -> value.words().stream().map(ZshCompletion::escaped).collect(Collectors.joining(" ", "(", ")"));
            case FILE -> "_files";
            case DIRECTORY -> "_files -/";
        };
    }

    private static String name(CommandSpec command) {
        return "_" + Commands.page(command).replace('-', '_');
    }

    private static String escaped(String text) {
        return Stream.of("\\", "[", "]", ":")
                .reduce(text, (escaped, character) -> escaped.replace(character, "\\" + character));
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}
