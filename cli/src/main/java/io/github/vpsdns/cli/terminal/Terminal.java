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
 */
public record Terminal(PrintStream out, PrintStream err, Screen screen, Host host) {}
