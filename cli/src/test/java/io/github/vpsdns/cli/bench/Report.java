// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Tables in Markdown, as they come about. */
final class Report {
    private final StringBuilder text = new StringBuilder();

    void line(String line) {
        text.append(line).append('\n');
    }

    void row(String format, Object... values) {
        line(String.format(Locale.ROOT, format, values));
    }

    void write(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        System.out.print(text);
    }

    /** Tells whoever waits what is going on. */
    static void say(String what) {
        System.err.println("bench: " + what);
    }

    static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int size = sorted.size();
        return (sorted.get((size - 1) / 2) + sorted.get(size / 2)) / 2;
    }
}
