// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.hook;

import java.util.List;
import java.util.Map;
import java.util.Stack;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IParameterPreprocessor;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;

/**
 * One challenge value in 64 begins with a hyphen and must not pass for options. Such a word, of the form that no option has, is
 * moved behind {@code --}, at the end of the line, where a value belongs anyway.
 */
final class HyphenValues implements IParameterPreprocessor {
    private static final String END_OF_OPTIONS = "--";
    private static final Pattern VALUE = Pattern.compile("-[A-Za-z0-9_-]{42}");

    @Override
    @SuppressWarnings("JdkObsolete") // picocli's own signature
    public boolean preprocess(
            Stack<String> words, CommandSpec command, @Nullable ArgSpec argument, Map<String, Object> info) {
        List<String> values =
                words.stream().filter(word -> VALUE.matcher(word).matches()).toList();
        if (!values.isEmpty() && !words.contains(END_OF_OPTIONS)) {
            words.removeAll(values);
            // The bottom of the stack is the end of the line.
            words.add(0, END_OF_OPTIONS);
            words.addAll(0, values);
        }
        return false;
    }
}
