// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.command;

import io.github.vpsdns.core.CancelledException;
import io.github.vpsdns.core.InvalidValueException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A command of the user's: a line for {@code sh -c}, or a program with its arguments. It is run without input and within a time
 * limit.
 *
 * <p>Its environment is that of this process without the variables that hold secrets or lead to systemd, and with what it is told
 * for a run.
 *
 * <p>Immutable and thread-safe.
 */
public final class UserCommand {
    /** The most bytes that {@link #read} takes. */
    public static final int MOST_READ = 1 << 16;

    /**
     * What this program's own environment may hold that is nobody else's business: secrets, and systemd's way to this process
     * (sd_notify(3)), by which a command could speak for it.
     */
    private static final Set<String> OWN =
            Set.of("VPS_API_TOKEN", "VPSDNS_ACME_NOTIFY_WEBHOOK", "NOTIFY_SOCKET", "WATCHDOG_USEC", "WATCHDOG_PID");

    private final String role;
    private final List<String> argv;
    private final Duration limit;

    private UserCommand(String role, List<String> argv, Duration limit) {
        this.role = role;
        this.argv = argv;
        this.limit = limit;
    }

    /**
     * Takes a line for the shell.
     *
     * @param role what it is for, such as {@code deploy hook}; for messages
     * @param line what {@code sh -c} is given
     * @param limit how long it may run, more than zero
     * @return the command
     * @throws InvalidValueException if the line is blank
     */
    public static UserCommand shell(String role, String line, Duration limit) {
        if (line.isBlank()) {
            throw new InvalidValueException("the " + role + " is empty; expected a command for the shell");
        }
        return new UserCommand(role, List.of("sh", "-c", line), limit);
    }

    /**
     * Takes a program and its arguments, which no shell reads.
     *
     * @param role what it is for, such as {@code on-change command}; for messages
     * @param argv the program, by its path or its name in {@code PATH}, and its arguments
     * @param limit how long it may run, more than zero
     * @return the command
     * @throws InvalidValueException if there is no program, or an argument that no program can be given
     */
    public static UserCommand program(String role, List<String> argv, Duration limit) {
        if (argv.isEmpty() || argv.get(0).isBlank()) {
            throw new InvalidValueException("the " + role + " is empty; expected a program and its arguments");
        }
        if (argv.stream().anyMatch(argument -> argument.indexOf('\0') >= 0)) {
            throw new InvalidValueException("the " + role + " has an argument with a NUL character; expected text");
        }
        return new UserCommand(role, List.copyOf(argv), limit);
    }

    /**
     * Runs the command and waits for its end; what it prints is logged.
     *
     * @param environment variables for this run
     * @throws CommandException if it cannot be run, ends with another status than 0, or takes too long, in which case it is
     *     killed with its children
     * @throws CancelledException if the thread is interrupted, with the flag set again; the command is killed
     */
    public void run(Map<String, String> environment) {
        try (RunningCommand running =
                RunningCommand.start(role, builder(environment).redirectErrorStream(true))) {
            CommandOutput output = CommandOutput.ofRun(role, running.output());
            running.awaitExit(limit, output);
            running.requireSuccess(output.tail());
        } catch (InterruptedException e) {
            throw CancelledException.interrupted("running the " + role, e);
        }
    }

    /**
     * Runs the command, waits for its end and returns what it printed to its standard output until then; what a process that it
     * left behind prints later is lost. What it printed besides is for the log at the level of debugging, and for the message if
     * it fails.
     *
     * @param environment variables for this run
     * @param limit how long it may run if that is shorter than the command's own limit, more than zero
     * @return its standard output, at most {@value #MOST_READ} bytes
     * @throws CommandException if it cannot be run, ends with another status than 0, prints more than it may, or takes too long;
     *     it is killed with its children then
     * @throws CancelledException if the thread is interrupted, with the flag set again; the command is killed
     */
    public byte[] read(Map<String, String> environment, Duration limit) {
        Duration shorter = limit.compareTo(this.limit) < 0 ? limit : this.limit;
        try (RunningCommand running = RunningCommand.start(role, builder(environment))) {
            CommandOutput errors = CommandOutput.ofReading(role, running.errors());
            CapturedOutput output = new CapturedOutput(running.output(), MOST_READ, running::kill);
            running.awaitExit(shorter, errors);
            // Also of a command that took all its time: half of what it printed may look whole.
            output.awaitEnd();
            if (output.isTooLong()) {
                throw new CommandException(role, "printed more than " + MOST_READ + " bytes and was killed", "", null);
            }
            running.requireSuccess(errors.lastLine().or(output::lastLine).orElse(""));
            return output.bytes();
        } catch (InterruptedException e) {
            throw CancelledException.interrupted("running the " + role, e);
        }
    }

    private ProcessBuilder builder(Map<String, String> environment) {
        ProcessBuilder builder = new ProcessBuilder(argv)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
        withoutOwn(builder.environment());
        builder.environment().putAll(environment);
        return builder;
    }

    static void withoutOwn(Map<String, String> environment) {
        environment.keySet().removeIf(OWN::contains);
    }
}
