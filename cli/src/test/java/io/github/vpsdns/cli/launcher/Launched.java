// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.launcher;

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

/** The packaged command as processes of its own. */
final class Launched {
    private static final long LIMIT_SECONDS = 400;

    private final Path program;
    private final Path work;
    private final Map<String, String> environment = new TreeMap<>();

    private Launched(Path program, Path work) {
        this.program = program;
        this.work = work;
        environment.put("PATH", System.getenv("PATH"));
        environment.put("JAVA_HOME", System.getProperty("java.home"));
    }

    /** The launcher of the installation that the build made. */
    static Path program() {
        return Path.of(System.getProperty("vpsdns.home"), "bin", "vpsdns");
    }

    static Launched in(Path work) {
        return new Launched(program(), work);
    }

    Launched by(Path link) {
        return new Launched(link, work);
    }

    Launched with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    Launched without(String variable) {
        environment.remove(variable);
        return this;
    }

    Outcome run(String... args) {
        return start(args).await();
    }

    Running start(String... args) {
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(List.of(args));
        try {
            Path out = Files.createTempFile(work, "out", "");
            Path err = Files.createTempFile(work, "err", "");
            ProcessBuilder builder =
                    new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
            builder.environment().clear();
            builder.environment().putAll(environment);
            return new Running(List.of(args), builder.start(), out, err);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A process under way. */
    record Running(List<String> arguments, Process process, Path out, Path err) implements AutoCloseable {
        Outcome await() {
            try {
                if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                    throw new AssertionError("still running after " + LIMIT_SECONDS + " s; it said: " + text(err));
                }
                Outcome outcome = new Outcome(process.exitValue(), text(out), text(err));
                Said.requireNoSecrets(arguments, outcome.out, outcome.err);
                return outcome;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError("interrupted", e);
            } finally {
                close();
            }
        }

        String said() {
            return text(out);
        }

        @Override
        public void close() {
            process.destroyForcibly();
            Said.requireNoSecrets(arguments, text(out), text(err));
        }

        private static String text(Path file) {
            try {
                return Files.readString(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** How a process ended and what it said. */
    record Outcome(int status, String out, String err) {}
}
