// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli;

import io.github.vpsdns.cli.terminal.Input;
import java.io.Console;
import java.io.InputStream;
import java.util.Optional;

/**
 * The process's standard input.
 *
 * @param isTerminal whether it is a terminal, which Java 17 cannot find out where standard output is none
 */
record SystemInput(boolean isTerminal) implements Input {
    @Override
    public InputStream stream() {
        return System.in;
    }

    /** The JVM shows again what is typed when it ends, also by a signal. */
    @Override
    public Optional<String> ask(String prompt) {
        Console console = System.console();
        return isTerminal && console != null
                ? Optional.ofNullable(console.readPassword("%s", prompt)).map(String::valueOf)
                : Optional.empty();
    }
}
