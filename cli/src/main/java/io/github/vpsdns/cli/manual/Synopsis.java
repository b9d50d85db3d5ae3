// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.manual;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** How a command, an option or a parameter is written. All results are inline roff. */
final class Synopsis {
    private Synopsis() {}

    static String of(CommandSpec command) {
        List<String> words = new ArrayList<>(List.of(Roff.bold(command.qualifiedName())));
        Commands.options(command).stream()
                .filter(OptionSpec::required)
                .map(each -> Roff.bold(each.longestName()) + value(each))
                .forEach(words::add);
        words.add("[" + Roff.italic("OPTION") + "]...");
        Commands.parameters(command).stream().map(Synopsis::parameter).forEach(words::add);
        if (!Commands.below(command).isEmpty()) {
            words.add(Roff.italic("COMMAND") + " ...");
        }
        return String.join(" ", words);
    }

    static String of(OptionSpec option) {
        return String.join(
                ", ",
                Commands.names(option).stream()
                        .map(name -> Roff.bold(name) + value(option))
                        .toList());
    }

    static String parameter(PositionalParamSpec parameter) {
        String label = label(parameter) + (parameter.arity().max() > 1 || parameter.isMultiValue() ? "..." : "");
        return parameter.arity().min() == 0 ? "[" + label + "]" : label;
    }

    private static String value(OptionSpec option) {
        if (!Commands.takesValue(option)) {
            return "";
        }
        return option.arity().min() == 0 ? "[=" + label(option) + "]" : " " + label(option);
    }

    private static String label(ArgSpec arg) {
        return Roff.italic(arg.paramLabel());
    }
}
