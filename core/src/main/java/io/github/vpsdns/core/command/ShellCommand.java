// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.command;

import io.github.vpsdns.core.CancelledException;
import io.github.vpsdns.core.InvalidValueException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * A command that is run by {@code sh -c}, without input and within a time limit; what it prints is logged.
 *
 * <p>Its environment is that of this process without the variables that hold secrets, and with what it is told for a run.
 *
 * <p>Immutable and thread-safe.
 */
public final class ShellCommand {
    /** What this program's own environment may hold that is nobody else's business. */
    private static final Set<String> SECRET = Set.of("VPS_API_TOKEN", "VPSDNS_ACME_NOTIFY_WEBHOOK");

    private final String role;
    private final String command;
    private final Duration limit;

    /**
     * Takes a command.
     *
     * @param role what it is for, such as {@code deploy hook}; for messages
     * @param command a line for the shell
     * @param limit how long it may run, more than zero
     * @throws InvalidValueException if the command is blank
     */
    public ShellCommand(String role, String command, Duration limit) {
        if (command.isBlank()) {
            throw new InvalidValueException("the " + role + " is empty; expected a command for the shell");
        }
        this.role = role;
        this.command = command;
        this.limit = limit;
    }

    /**
     * Runs the command and waits for its end.
     *
     * @param environment variables for this run
     * @throws CommandException if it cannot be run, ends with another status than 0, or takes too long, in which case it is
     *     killed with its children
     * @throws CancelledException if the thread is interrupted, with the flag set again; the command is killed
     */
    public void run(Map<String, String> environment) {
        ProcessBuilder builder = new ProcessBuilder("sh", "-c", command)
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
        withoutSecrets(builder.environment());
        builder.environment().putAll(environment);
        Process process;
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new CommandException(role, "cannot be run", String.valueOf(e.getMessage()), e);
        }
        try {
            await(process, new CommandOutput(role, process.getInputStream()));
        } catch (InterruptedException e) {
            throw CancelledException.interrupted("running the " + role, e);
        } finally {
            kill(process);
        }
    }

    static void withoutSecrets(Map<String, String> environment) {
        environment.keySet().removeIf(SECRET::contains);
    }

    private void await(Process process, CommandOutput output) throws InterruptedException {
        if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
            kill(process);
            throw new CommandException(
                    role, "did not end within " + limit.toSeconds() + " s and was killed", output.tail(), null);
        }
        String tail = output.tail();
        if (process.exitValue() != 0) {
            throw new CommandException(role, "ended with status " + process.exitValue(), tail, null);
        }
    }

    /** A command that ended well may have left a server running; only one that did not end is killed with its children. */
    private static void kill(Process process) {
        if (process.isAlive()) {
            kill(process.toHandle());
        }
    }

    /** Parents first: a shell whose child is gone would go on with its next command. */
    private static void kill(ProcessHandle process) {
        List<ProcessHandle> children = process.children().toList();
        process.destroyForcibly();
        children.forEach(ShellCommand::kill);
    }
}
