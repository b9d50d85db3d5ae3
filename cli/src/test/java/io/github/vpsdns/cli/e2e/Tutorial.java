// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A block of the documentation that a reader pastes into a shell, run as it is written in a directory of its own. */
record Tutorial(String script) {
    private static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();
    private static final int LIMIT_SECONDS = 180;
    private static final Pattern BLOCK = Pattern.compile("(?s)\n```sh\n(.*?)```\n");

    /**
     * Finds the first block below a heading that has a text in it.
     *
     * @throws AssertionError if there is none any more
     */
    static Tutorial of(String page, String heading, String inIt) {
        String text = read(PROJECT.resolve(page));
        int begin = text.indexOf("\n" + heading + "\n");
        if (begin < 0) {
            throw new AssertionError("there is no heading '" + heading + "' in " + page + " any more");
        }
        int end = text.indexOf("\n## ", begin + 1);
        Matcher blocks = BLOCK.matcher(text.substring(begin, end < 0 ? text.length() : end));
        while (blocks.find()) {
            if (blocks.group(1).contains(inIt)) {
                return new Tutorial(blocks.group(1));
            }
        }
        throw new AssertionError(
                "below '" + heading + "' in " + page + " there is no block of sh with '" + inIt + "' any more");
    }

    /** Runs it by a shell. What it leaves running in the background ends when the outcome is closed. */
    Outcome run(Path work, List<String> shell) throws IOException, InterruptedException {
        Files.writeString(work.resolve("tutorial.sh"), script);
        Path said = work.resolve("said");
        // A process group of its own, so that what it leaves behind can be found.
        List<String> command = new ArrayList<>(List.of("timeout", String.valueOf(LIMIT_SECONDS)));
        command.addAll(shell);
        command.addAll(List.of("-e", "tutorial.sh"));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(work.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("VPS"));
        builder.environment()
                .merge(
                        "PATH",
                        Path.of(System.getProperty("vpsdns.home"), "bin").toString(),
                        (path, ours) -> ours + ":" + path);
        Process process = builder.start();
        if (!process.waitFor(LIMIT_SECONDS + 10L, TimeUnit.SECONDS)) {
            endGroup(process.pid());
            throw new AssertionError("it does not end; it said: " + read(said));
        }
        return new Outcome(process.exitValue(), read(said), process.pid());
    }

    private static void endGroup(long leader) throws IOException {
        Process kill = new ProcessBuilder("kill", "-KILL", "--", "-" + leader)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        kill.onExit().join();
    }

    /** How the shell ended, all that was said until then, and the process group of what it may have left running. */
    record Outcome(int status, String said, long group) implements AutoCloseable {
        @Override
        public void close() throws IOException {
            endGroup(group);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
