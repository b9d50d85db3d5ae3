// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.terminal;

import java.io.PrintStream;

/**
 * All that a command may know of the process around it.
 *
 * @param out for results and people's text
 * @param err for progress, logs and failures
 * @param screen what these two end in
 * @param host where and as whom the command runs
 * @param in what it may be told
 */
public record Terminal(PrintStream out, PrintStream err, Screen screen, Host host, Input in) {
    /**
     * Creates a terminal at which nothing is typed.
     *
     * @param out for results and people's text
     * @param err for progress, logs and failures
     * @param screen what these two end in
     * @param host where and as whom the command runs
     */
    public Terminal(PrintStream out, PrintStream err, Screen screen, Host host) {
        this(out, err, screen, host, Input.NONE);
    }
}
