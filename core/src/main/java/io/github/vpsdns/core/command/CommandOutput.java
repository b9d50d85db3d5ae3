// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/** Reads lines that a command prints, on its own thread: logs each, the long ones cut, and keeps the last ones. Thread-safe. */
final class CommandOutput {
    private static final Logger LOG = LoggerFactory.getLogger(CommandOutput.class);
    private static final int KEPT = 5;
    /** In characters; a command may print without end and without a line break. */
    private static final int LONGEST_LINE = 1000;

    private final String role;
    private final Level level;
    private final Deque<String> last = new ArrayDeque<>();
    private final Thread reader;

    private CommandOutput(String role, Level level, InputStream output) {
        this.role = role;
        this.level = level;
        reader = new Thread(() -> read(output), "vpsdns-command");
        reader.setDaemon(true);
        reader.start();
    }

    /** All that a command prints which is run for what it does. */
    static CommandOutput ofRun(String role, InputStream output) {
        return new CommandOutput(role, Level.INFO, output);
    }

    /** What a command complains of that is run for what it prints, again and again: not news each time. */
    static CommandOutput ofReading(String role, InputStream errors) {
        return new CommandOutput(role, Level.DEBUG, errors);
    }

    /** Waits a moment for the end, which does not come while a child of the command lives on with its output. */
    String tail() throws InterruptedException {
        reader.join(1000);
        synchronized (last) {
            return String.join(" | ", last);
        }
    }

    /** Waits in the same way. */
    Optional<String> lastLine() throws InterruptedException {
        reader.join(1000);
        synchronized (last) {
            return Optional.ofNullable(last.peekLast());
        }
    }

    private void read(InputStream output) {
        try (Reader text = new BufferedReader(new InputStreamReader(output, Charset.defaultCharset()))) {
            StringBuilder line = new StringBuilder();
            for (int c = text.read(); c >= 0; c = text.read()) {
                if (c == '\n' || c == '\r') {
                    keep(line);
                } else if (line.length() < LONGEST_LINE) {
                    line.append((char) c);
                } else if (line.length() == LONGEST_LINE) {
                    line.append("...");
                }
            }
            keep(line);
        } catch (IOException e) {
            LOG.debug("the output of the {} ended early", role, e);
        }
    }

    /** Takes a line and empties its builder; a blank one, as between CR and LF, says nothing. */
    private void keep(StringBuilder builder) {
        String line = builder.toString();
        builder.setLength(0);
        if (line.isBlank()) {
            return;
        }
        LOG.atLevel(level).log("{}: {}", role, line);
        synchronized (last) {
            last.add(line);
            if (last.size() > KEPT) {
                last.remove();
            }
        }
    }
}
