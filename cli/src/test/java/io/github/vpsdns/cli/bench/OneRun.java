// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What one run of a command took.
 *
 * @param wall from its start to its end
 * @param peak KiB of memory at most, as the system saw it some milliseconds before the end
 */
record OneRun(Duration wall, long peak) {
    private static final Pattern HIGH_WATER_MARK = Pattern.compile("(?m)^VmHWM:\\s+([0-9]+) kB$");

    /**
     * Runs a command to its end.
     *
     * @throws IOException if it cannot be started, or does not end with 0
     */
    static OneRun of(ProcessBuilder command, Path output) throws IOException, InterruptedException {
        long start = System.nanoTime();
        Process process = command.redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        process.getOutputStream().close();
        Path status = Path.of("/proc", Long.toString(process.pid()), "status");
        long peak = 0;
        while (!process.waitFor(5, TimeUnit.MILLISECONDS)) {
            peak = Math.max(peak, peak(status));
        }
        Duration wall = Duration.ofNanos(System.nanoTime() - start);
        if (process.exitValue() != 0) {
            String said = Files.readString(output, StandardCharsets.UTF_8);
            throw new IOException(command.command().get(0) + " ended with " + process.exitValue() + " and said:\n"
                    + said.substring(Math.max(0, said.length() - 4000)));
        }
        return new OneRun(wall, peak);
    }

    private static long peak(Path status) {
        try {
            Matcher line = HIGH_WATER_MARK.matcher(Files.readString(status));
            return line.find() ? Long.parseLong(line.group(1)) : 0;
        } catch (IOException e) {
            return 0; // it has just ended
        }
    }
}
