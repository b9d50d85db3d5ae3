// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli;

import io.github.vpsdns.cli.base.Complaint;
import io.github.vpsdns.cli.base.EnvironmentDefaults;
import io.github.vpsdns.cli.base.Failure;
import io.github.vpsdns.cli.base.Frame;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in one sentence what is wrong with a line, and where to read how it is written. */
final class WrongUsage implements IParameterExceptionHandler {
    private final Frame frame;

    WrongUsage(Frame frame) {
        this.frame = frame;
    }

    @Override
    public int handleParseException(ParameterException wrong, String[] args) {
        CommandLine command = wrong.getCommandLine();
        String name = command.getCommandSpec().qualifiedName();
        String message = sentence(wrong) + origin(wrong.getArgSpec(), args);
        return Complaint.make(frame, Failure.usage(message), "See '" + name + " --help'.", wrong);
    }

    /** A default from the environment is complained of by its own name. */
    private String origin(@Nullable ArgSpec arg, String[] args) {
        Optional<String> variable = EnvironmentDefaults.variable(arg)
                .filter(name -> frame.host().variable(name).isPresent());
        if (variable.isEmpty() || !(arg instanceof OptionSpec option)) {
            return "";
        }
        boolean onTheLine = Arrays.stream(args)
                .anyMatch(word -> Arrays.stream(option.names())
                        .anyMatch(each -> word.equals(each) || word.startsWith(each + "=")));
        return onTheLine ? "" : " (from the environment variable " + variable.get() + ")";
    }

    private static String sentence(ParameterException wrong) {
        CommandLine command = wrong.getCommandLine();
        if (wrong instanceof UnmatchedArgumentException unmatched) {
            return surplus(unmatched, command) + suggestions(unmatched);
        }
        if (wrong.getClass().equals(ParameterException.class)
                && !command.getSubcommands().isEmpty()) {
            return "a command is missing; expected one of "
                    + command.getSubcommands().entrySet().stream()
                            .filter(each -> !each.getValue()
                                    .getCommandSpec()
                                    .usageMessage()
                                    .hidden())
                            .map(Map.Entry::getKey)
                            .collect(Collectors.joining(", "));
        }
        return lowerFirst(wrong.getMessage());
    }

    private static String surplus(UnmatchedArgumentException unmatched, CommandLine command) {
        String word = "'" + unmatched.getUnmatched().get(0) + "'";
        if (unmatched.isUnknownOption()) {
            return "there is no option " + word;
        }
        return command.getSubcommands().isEmpty()
                ? "the argument " + word + " is one too many"
                : "there is no command " + word;
    }

    private static String suggestions(UnmatchedArgumentException unmatched) {
        List<String> close = unmatched.getSuggestions().stream().limit(3).toList();
        return close.isEmpty() ? "" : "; did you mean " + String.join(" or ", close) + "?";
    }

    private static String lowerFirst(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return "the line cannot be understood";
        }
        return Character.toLowerCase(text.charAt(0)) + text.substring(1);
    }
}
