// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.yaml;

import java.util.Comparator;

/**
 * Something wrong in a file.
 *
 * @param line where, counted from 1; 0 for the file as a whole
 * @param path of which value, such as {@code records[2].name}; empty for the file as a whole
 * @param text what is wrong, and what is expected; one clause
 */
public record Mistake(int line, String path, String text) implements Comparable<Mistake> {
    private static final Comparator<Mistake> ORDER = Comparator.comparingInt(Mistake::line);

    /** Orders by line only. */
    @Override
    public int compareTo(Mistake other) {
        return ORDER.compare(this, other);
    }

    String in(String file) {
        return file + ":" + (line == 0 ? "" : line + ":") + " " + (path.isEmpty() ? "" : path + ": ") + text;
    }
}
