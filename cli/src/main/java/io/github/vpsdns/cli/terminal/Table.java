// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.terminal;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Rows in columns, two spaces apart, the last column as long as it is. Widths are taken from the first rows; what comes later
 * is written as it comes, so that a long list needs no memory.
 *
 * <p>Not thread-safe.
 */
public final class Table {
    private static final int MEASURED = 1000;

    private final PrintStream out;
    private final Palette palette;
    private final List<String> heads;
    private final int[] widths;
    private final List<List<String>> held = new ArrayList<>();
    private boolean started;

    /**
     * Starts a table.
     *
     * @param out where it goes
     * @param palette how its head looks
     * @param heads the columns' names
     */
    public Table(PrintStream out, Palette palette, String... heads) {
        this.out = out;
        this.palette = palette;
        this.heads = List.of(heads);
        this.widths = new int[heads.length];
        measure(this.heads);
    }

    /**
     * Adds a row.
     *
     * @param cells one text a column; control characters are made visible
     */
    public void row(String... cells) {
        List<String> row = List.of(cells).stream().map(Printable::of).toList();
        if (started) {
            print(row);
            return;
        }
        measure(row);
        held.add(row);
        if (held.size() == MEASURED) {
            start();
        }
    }

    /** Writes what is still held; left out when the rows' source fails, so that no short list passes for a whole one. */
    public void finish() {
        if (!started) {
            start();
        }
    }

    private void measure(List<String> row) {
        for (int i = 0; i < widths.length; i++) {
            widths[i] = Math.max(widths[i], row.get(i).length());
        }
    }

    private void start() {
        started = true;
        out.println(palette.heading(line(heads)));
        held.forEach(this::print);
        held.clear();
    }

    private void print(List<String> row) {
        out.println(line(row));
    }

    private String line(List<String> row) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            String cell = row.get(i);
            line.append(cell);
            if (i < widths.length - 1) {
                line.append(" ".repeat(Math.max(0, widths[i] - cell.length()) + 2));
            }
        }
        return line.toString().stripTrailing();
    }
}
