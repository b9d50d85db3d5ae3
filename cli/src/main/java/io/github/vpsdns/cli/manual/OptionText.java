// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.manual;

import io.github.vpsdns.cli.base.EnvironmentDefaults;
import java.util.Optional;
import java.util.regex.Pattern;
import picocli.CommandLine.Model.ArgSpec;

/**
 * What is said of an option or a parameter.
 *
 * @param text the description without the variable, which the help puts behind it in brackets
 * @param variable the environment variable that stands for it
 */
record OptionText(String text, Optional<String> variable) {
    private static final Pattern END = Pattern.compile("[.:;] |\\.$");

    static OptionText of(ArgSpec arg) {
        Optional<String> variable = EnvironmentDefaults.variable(arg);
        String said = Commands.description(arg);
        String text = variable.map(name -> said.replace("[" + name + "]", "")).orElse(said);
        return new OptionText(text.strip(), variable);
    }

    /** What it is about, in the few words that lists have room for: the first clause. */
    static String brief(String text) {
        return END.split(text, 2)[0];
    }

    String brief() {
        return brief(text);
    }
}
