// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a process takes, by {@code proc(5)}.
 *
 * @param rss KiB of memory, what is shared with others counted whole
 * @param pss KiB of memory, what is shared with others counted in part
 * @param cpu time on the processors since its start, in steps of 10 ms
 */
record Footprint(long rss, long pss, Duration cpu) {
    /** USER_HZ, the same in all of Linux's interfaces. */
    private static final int TICKS_PER_SECOND = 100;

    static Footprint of(Process process) {
        Path directory = Path.of("/proc", Long.toString(process.pid()));
        try {
            String memory = Files.readString(directory.resolve("smaps_rollup"));
            String stat = Files.readString(directory.resolve("stat"));
            // The name in parentheses may hold blanks; utime and stime are the 14th and 15th field.
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
            long ticks = Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
            return new Footprint(
                    kibibytes(memory, "Rss"),
                    kibibytes(memory, "Pss"),
                    Duration.ofMillis(ticks * (1000 / TICKS_PER_SECOND)));
        } catch (IOException e) {
            throw new UncheckedIOException("process " + process.pid() + " has ended", e);
        }
    }

    private static long kibibytes(String memory, String name) {
        Matcher line = Pattern.compile("(?m)^" + name + ": +([0-9]+) kB$").matcher(memory);
        if (!line.find()) {
            throw new IllegalStateException("no " + name + " in smaps_rollup");
        }
        return Long.parseLong(line.group(1));
    }
}
