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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads what a command prints, on its own thread: logs each line, the long ones cut, and keeps the last ones. Thread-safe. */
final class CommandOutput {
    private static final Logger LOG = LoggerFactory.getLogger(CommandOutput.class);
    private static final int KEPT = 5;
    /** In characters; a command may print without end and without a line break. */
    private static final int LONGEST_LINE = 1000;

    private final String role;
    private final Deque<String> last = new ArrayDeque<>();
    private final Thread reader;

    CommandOutput(String role, InputStream output) {
        this.role = role;
        reader = new Thread(() -> read(output), "vpsdns-command");
        reader.setDaemon(true);
        reader.start();
    }

    /** Waits a moment for the end, which does not come while a child of the command lives on with its output. */
    String tail() throws InterruptedException {
        reader.join(1000);
        synchronized (last) {
            return String.join(" | ", last);
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
        LOG.info("{}: {}", role, line);
        synchronized (last) {
            last.add(line);
            if (last.size() > KEPT) {
                last.remove();
            }
        }
    }
}
