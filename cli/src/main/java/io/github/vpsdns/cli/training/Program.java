// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.training;

import io.github.vpsdns.cli.terminal.Terminal;

/** The whole of vpsdns, which knows this package and is not known to it. */
@FunctionalInterface
public interface Program {
    /**
     * Runs one line.
     *
     * @param terminal the outside
     * @param args the words of the line
     * @return the exit status
     */
    int run(Terminal terminal, String... args);
}
