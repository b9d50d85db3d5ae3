// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.terminal;

/**
 * What the two output streams end in.
 *
 * @param out whether standard output is a terminal
 * @param err whether standard error is a terminal
 * @param columns the terminal's width, at least 20
 */
public record Screen(boolean out, boolean err, int columns) {
    /** Pipes or files on both streams. */
    public static final Screen NONE = new Screen(false, false, 80);

    private static final int LEAST = 20;

    /** Takes a width too small to be true for 80 columns. */
    public Screen {
        columns = columns < LEAST ? 80 : columns;
    }
}
