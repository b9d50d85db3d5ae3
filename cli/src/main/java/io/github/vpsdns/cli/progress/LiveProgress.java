// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.progress;

import io.github.vpsdns.cli.terminal.Printable;
import io.github.vpsdns.cli.terminal.Screen;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Items as a block of lines at the bottom, rewritten in place by ECMA-48 cursor movements; steps scroll away above it. Guarded
 * by itself.
 */
final class LiveProgress implements Progress {
    private static final String ERASE_BELOW = "\u001b[J";

    private final PrintStream err;
    private final int columns;
    private final int most;
    private final Map<String, String> items = new LinkedHashMap<>();
    private int drawn;

    LiveProgress(PrintStream err, Screen screen) {
        this.err = err;
        // The last column stays free: writing there wraps on some terminals.
        this.columns = screen.columns() - 1;
        this.most = screen.rows() - 2;
    }

    @Override
    public synchronized void step(String text) {
        StringBuilder drawing = erase().append(Printable.of(text)).append('\n');
        draw(drawing);
    }

    @Override
    public synchronized void item(String key, String state) {
        if (!state.equals(items.put(key, state))) {
            draw(erase());
        }
    }

    @Override
    public synchronized void close() {
        items.clear();
        drawn = 0;
        err.flush();
    }

    private StringBuilder erase() {
        StringBuilder drawing = new StringBuilder();
        if (drawn > 0) {
            drawing.append("\u001b[").append(drawn).append('A').append('\r').append(ERASE_BELOW);
        }
        return drawing;
    }

    private void draw(StringBuilder drawing) {
        int width = items.keySet().stream().mapToInt(String::length).max().orElse(0);
        List<String> lines = items.entrySet().stream()
                .map(item ->
                        "  " + item.getKey() + " ".repeat(width - item.getKey().length()) + "  " + item.getValue())
                .map(Printable::of)
                .map(line -> line.length() <= columns ? line : line.substring(0, columns))
                .toList();
        // A block higher than the screen could not be gone back to; the latest items are the ones that move.
        int hidden = lines.size() <= most ? 0 : lines.size() - most + 1;
        if (hidden > 0) {
            drawing.append("  ... and ").append(hidden).append(" more\n");
        }
        lines.subList(hidden, lines.size()).forEach(line -> drawing.append(line).append('\n'));
        drawn = lines.size() - hidden + (hidden > 0 ? 1 : 0);
        err.print(drawing);
        err.flush();
    }
}
