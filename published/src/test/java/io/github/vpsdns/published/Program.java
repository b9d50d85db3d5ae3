// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.published;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A program of somebody else's, run to its end. */
final class Program {
    private static final long LIMIT_MINUTES = 5;

    private final ProcessBuilder builder;
    private final Path output;

    Program(Path work, List<String> command) {
        output = work.resolve("output.txt");
        builder = new ProcessBuilder(command)
                .directory(work.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("MAVEN_OPTS", "-XX:+UseSerialGC -XX:TieredStopAtLevel=1");
    }

    /** All that it printed, after it has ended with status 0. */
    String run() throws IOException, InterruptedException {
        Process process = builder.start();
        try {
            if (!process.waitFor(LIMIT_MINUTES, TimeUnit.MINUTES)) {
                throw new AssertionError(
                        "still runs after " + LIMIT_MINUTES + " min: " + Files.readString(output, UTF_8));
            }
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
        String printed = Files.readString(output, UTF_8);
        if (process.exitValue() != 0) {
            throw new AssertionError(builder.command() + " ended with " + process.exitValue() + ":\n" + printed);
        }
        return printed;
    }
}
