// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.packaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** A command of the machine that tests run on. Its environment has a path, a locale and what is given, nothing else. */
record Command(List<String> words, Map<String, String> environment) {
    private static final long LIMIT_SECONDS = 900;
    private static final String PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

    Command {
        words = List.copyOf(words);
        environment = Map.copyOf(environment);
    }

    static Command of(String... words) {
        return new Command(
                List.of(words), Map.of("PATH", PATH, "LC_ALL", "C.UTF-8", "DEBIAN_FRONTEND", "noninteractive"));
    }

    Command with(String variable, String value) {
        Map<String, String> more = new TreeMap<>(environment);
        more.put(variable, value);
        return new Command(words, more);
    }

    /** Runs to the end; what it says on both streams is one text. */
    Outcome run() {
        try {
            Path said = Files.createTempFile("vpsdns-packaging", ".said");
            try {
                Process process = start(said);
                if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                    process.destroyForcibly().waitFor();
                    throw new AssertionError(
                            words + " still ran after " + LIMIT_SECONDS + " s: " + Files.readString(said));
                }
                return new Outcome(process.exitValue(), Files.readString(said));
            } finally {
                Files.delete(said);
            }
        } catch (IOException e) {
            throw new AssertionError(words + " cannot be run", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    /** Runs to the end, which must be a good one. */
    String succeed() {
        Outcome outcome = run();
        if (outcome.status() != 0) {
            throw new AssertionError(words + " ended with " + outcome.status() + ": " + outcome.said());
        }
        return outcome.said();
    }

    /** Starts it, with nothing to read, and what it says in a file. */
    Process start(Path said) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(words)
                .redirectInput(Path.of("/dev/null").toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        return builder.start();
    }

    /** How a command ended and what it said. */
    record Outcome(int status, String said) {}
}
