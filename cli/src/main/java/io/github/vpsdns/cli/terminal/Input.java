// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.terminal;

import java.io.InputStream;
import java.util.Optional;

/** What a command may be told while it runs. */
public interface Input {
    /** Nothing: the stream is at its end. */
    Input NONE = new Input() {
        @Override
        public InputStream stream() {
            return InputStream.nullInputStream();
        }

        @Override
        public boolean isTerminal() {
            return false;
        }

        @Override
        public Optional<String> ask(String prompt) {
            return Optional.empty();
        }
    };

    /**
     * Returns standard input.
     *
     * @return the stream, which reading may block on without heed of interrupts
     */
    InputStream stream();

    /**
     * Tells whether a person types there.
     *
     * @return whether standard input is a terminal
     */
    boolean isTerminal();

    /**
     * Asks a person for something that nobody is to see.
     *
     * @param prompt what to show before
     * @return the line as typed, or empty if the person ended the input or cannot be asked
     */
    Optional<String> ask(String prompt);
}
