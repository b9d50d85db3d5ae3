// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.command;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A command's process, which ends with what owns it. May be killed from any thread. */
final class RunningCommand implements AutoCloseable {
    private final String role;
    private final Process process;

    private RunningCommand(String role, Process process) {
        this.role = role;
        this.process = process;
    }

    static RunningCommand start(String role, ProcessBuilder builder) {
        try {
            return new RunningCommand(role, builder.start());
        } catch (IOException e) {
            throw new CommandException(role, "cannot be run", String.valueOf(e.getMessage()), e);
        }
    }

    InputStream output() {
        return process.getInputStream();
    }

    InputStream errors() {
        return process.getErrorStream();
    }

    /** Waits for the end, which it makes when the time is over. */
    void awaitExit(Duration limit, CommandOutput said) throws InterruptedException {
        if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
            kill();
            throw new CommandException(
                    role, "did not end within " + limit.toSeconds() + " s and was killed", said.tail(), null);
        }
    }

    void requireSuccess(String said) {
        if (process.exitValue() != 0) {
            throw new CommandException(role, "ended with status " + process.exitValue(), said, null);
        }
    }

    /** A command that ended well may have left a server running; only one that did not end is killed with its children. */
    void kill() {
        if (process.isAlive()) {
            kill(process.toHandle());
        }
    }

    /** Parents first: a shell whose child is gone would go on with its next command. */
    private static void kill(ProcessHandle process) {
        List<ProcessHandle> children = process.children().toList();
        process.destroyForcibly();
        children.forEach(RunningCommand::kill);
    }

    @Override
    public void close() {
        kill();
    }
}
