// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.terminal;

/**
 * What the two output streams end in.
 *
 * @param out whether standard output is a terminal
 * @param err whether standard error is a terminal
 * @param rows the terminal's height, at least 5
 * @param columns the terminal's width, at least 20
 */
public record Screen(boolean out, boolean err, int rows, int columns) {
    /** Pipes or files on both streams. */
    public static final Screen NONE = new Screen(false, false, 24, 80);

    /** Takes a size too small to be true for the classic 24 by 80. */
    public Screen {
        rows = rows < 5 ? 24 : rows;
        columns = columns < 20 ? 80 : columns;
    }
}
