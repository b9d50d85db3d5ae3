// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.systemd;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Sends by {@code systemd-notify}. Complains once, then goes on trying. Confined to one thread. */
final class NotifyProgram {
    /** It waits until systemd has taken the message, five seconds at most. */
    private static final int LIMIT_SECONDS = 6;

    private static final int MOST_WORDS = 500;

    private final String program;
    private final String socket;
    private final Consumer<String> complaints;
    private boolean complained;

    NotifyProgram(String program, String socket, Consumer<String> complaints) {
        this.program = program;
        this.socket = socket;
        this.complaints = complaints;
    }

    /**
     * Sends variables in one message.
     *
     * @param assignments such as {@code READY=1}, none of more than one line
     */
    void send(List<String> assignments) {
        List<String> command = new ArrayList<>(List.of(program));
        command.addAll(assignments);
        try {
            run(command);
        } catch (IOException e) {
            complain("the program " + program + " cannot be run");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run(List<String> command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
        Map<String, String> environment = builder.environment();
        environment.clear();
        environment.put("NOTIFY_SOCKET", socket);
        Process process = builder.start();
        try (InputStream output = process.getInputStream()) {
            if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                complain(program + " did not end within " + LIMIT_SECONDS + " s");
            } else if (process.exitValue() != 0) {
                String words = new String(output.readNBytes(MOST_WORDS), StandardCharsets.UTF_8).strip();
                complain(program + " ended with status " + process.exitValue() + (words.isEmpty() ? "" : ": " + words));
            }
        } finally {
            process.destroyForcibly();
        }
    }

    private void complain(String problem) {
        if (!complained) {
            complained = true;
            complaints.accept("systemd is not told how the service stands: " + problem
                    + "; without it use Type=exec and no WatchdogSec= in the unit");
        }
    }
}
