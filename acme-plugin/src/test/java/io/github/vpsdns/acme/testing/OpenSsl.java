// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The {@code openssl} program, as the independent reader and writer of every format here. */
public final class OpenSsl {
    private final Path directory;

    /** Runs in a directory. */
    public OpenSsl(Path directory) {
        this.directory = directory;
    }

    /** Runs one command, its arguments apart by single spaces, and returns what it printed. */
    public byte[] run(String arguments) {
        List<String> command = new ArrayList<>(List.of("openssl"));
        command.addAll(List.of(arguments.split(" ")));
        try {
            Path errors = directory.resolve("openssl.err");
            Process process = new ProcessBuilder(command)
                    .directory(directory.toFile())
                    .redirectError(errors.toFile())
                    .start();
            process.getOutputStream().close();
            byte[] output = process.getInputStream().readAllBytes();
            if (!process.waitFor(30, TimeUnit.SECONDS) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new AssertionError(command + ": " + Files.readString(errors));
            }
            return output;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** Runs one command and returns what it printed as text. */
    public String text(String arguments) {
        return new String(run(arguments), StandardCharsets.UTF_8);
    }
}
