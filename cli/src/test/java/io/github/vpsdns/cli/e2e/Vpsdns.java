// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.e2e;

import io.github.vpsdns.cli.testing.Said;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** The built command, run as a user runs it: its own process, the launcher script, an environment. */
public final class Vpsdns {
    private static final long LIMIT_SECONDS = 180;

    private final Path work;
    private final Map<String, String> environment = new TreeMap<>();
    private List<String> before = List.of();
    private int runs;

    public Vpsdns(Path work) {
        this.work = work;
    }

    public Vpsdns with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    /** Has it started by another command, whose last arguments it becomes. */
    Vpsdns behind(List<String> command) {
        before = command;
        return this;
    }

    /** Runs to the end. */
    public Outcome run(String... arguments) {
        return start(arguments).await();
    }

    /** Starts and leaves running. */
    public Running start(String... arguments) {
        runs++;
        Path out = work.resolve("out-" + runs);
        Path err = work.resolve("err-" + runs);
        List<String> command = new ArrayList<>(before);
        command.add(Path.of(System.getProperty("vpsdns.home"), "bin", "vpsdns").toString());
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("VPS"));
        builder.environment().putAll(environment);
        try {
            return new Running(List.of(arguments), builder.start(), out, err);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A command under way. */
    public record Running(List<String> arguments, Process process, Path out, Path err) {
        public Outcome await() {
            try {
                if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                    process.destroyForcibly().waitFor();
                    throw new AssertionError("still running after " + LIMIT_SECONDS + " s; it said: " + read(err));
                }
                Outcome outcome = new Outcome(process.exitValue(), read(out), read(err));
                Said.requireNoSecrets(arguments, outcome.out, outcome.err);
                return outcome;
            } catch (InterruptedException e) {
                process.destroyForcibly();
                Thread.currentThread().interrupt();
                throw new AssertionError("interrupted", e);
            }
        }

        /** Ends it as {@code kill -9} does. */
        Outcome kill() {
            process.destroyForcibly();
            return await();
        }

        private static String read(Path file) {
            try {
                return Files.readString(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** How a command ended and what it said. */
    public record Outcome(int status, String out, String err) {}
}
