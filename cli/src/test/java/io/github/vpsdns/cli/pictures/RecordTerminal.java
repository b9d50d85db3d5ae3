// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.pictures;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Runs a program and keeps what it prints, with the times, as a picture. */
final class RecordTerminal {
    private static final int COLUMNS = 118;

    private RecordTerminal() {}

    /**
     * Runs it.
     *
     * @param args the picture's file, the text before which recording begins, the one before which it ends, then the command
     * @throws IOException if the program cannot be run or the picture not be written
     * @throws InterruptedException if this thread is interrupted
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        List<TerminalLine> lines = new ArrayList<>();
        Process program = new ProcessBuilder(List.of(args).subList(3, args.length))
                .redirectErrorStream(true)
                .start();
        try (BufferedReader output = program.inputReader(StandardCharsets.UTF_8)) {
            boolean recording = false;
            long start = System.nanoTime();
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                if (!recording && line.contains(args[1])) {
                    recording = true;
                    start = System.nanoTime();
                } else if (recording && line.contains(args[2])) {
                    break;
                }
                if (recording) {
                    lines.add(new TerminalLine(Duration.ofNanos(System.nanoTime() - start), line));
                }
            }
            output.transferTo(Writer.nullWriter());
        }
        int status = program.waitFor();
        if (status != 0 || lines.isEmpty()) {
            throw new IOException(
                    "the program ended with " + status + " and printed " + lines.size() + " lines to record");
        }
        while (lines.get(lines.size() - 1).text().isBlank()) {
            lines.remove(lines.size() - 1);
        }
        Files.writeString(
                Path.of(args[0]),
                new TerminalPicture(lines, COLUMNS)
                        .svg("A terminal: " + lines.get(0).text()));
    }
}
