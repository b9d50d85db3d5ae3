// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.sandbox.bind;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs a program to its end. */
final class Command {
    private static final int LIMIT_SECONDS = 30;

    private Command() {}

    /**
     * Runs a program and waits for it.
     *
     * @throws IOException if it cannot be started, takes too long or reports failure; says what it printed
     */
    static void run(List<String> command, String... more) throws IOException, InterruptedException {
        List<String> whole = new ArrayList<>(command);
        whole.addAll(List.of(more));
        String said = String.join(" ", whole);
        Path output = Files.createTempFile("vpsdns-sandbox-", ".out");
        try {
            Process process = new ProcessBuilder(whole)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            try {
                process.getOutputStream().close();
                if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                    throw new IOException("'" + said + "' took longer than " + LIMIT_SECONDS + " seconds.");
                }
            } finally {
                process.destroyForcibly();
            }
            if (process.exitValue() != 0) {
                String printed = new String(Files.readAllBytes(output), StandardCharsets.UTF_8).strip();
                throw new IOException("'" + said + "' failed with status " + process.exitValue() + ": " + printed);
            }
        } finally {
            Files.deleteIfExists(output);
        }
    }
}
