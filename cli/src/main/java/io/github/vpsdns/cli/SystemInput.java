// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli;

import io.github.vpsdns.cli.terminal.Input;
import java.io.InputStream;
import java.util.Optional;

/**
 * The process's standard input. What the streams are is told, because Java 17 cannot find out and later ones have a console also where
 * there is no terminal.
 *
 * @param isTerminal whether standard input is a terminal
 * @param isShown whether standard output, where Java prompts, is one too
 */
record SystemInput(boolean isTerminal, boolean isShown) implements Input {
    @Override
    public InputStream stream() {
        return System.in;
    }

    /** The JVM shows again what is typed when it ends, also by a signal. */
    @Override
    public Optional<String> ask(String prompt) {
        return Optional.ofNullable(isTerminal && isShown ? System.console() : null)
                .map(console -> console.readPassword("%s", prompt))
                .map(String::valueOf);
    }
}
