// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.command;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps what a command prints, up to a limit, on its own thread. Thread-safe. */
final class CapturedOutput {
    private static final Logger LOG = LoggerFactory.getLogger(CapturedOutput.class);
    private static final int LONGEST_LINE = 200;
    private static final Duration MOMENT = Duration.ofSeconds(1);

    private final int limit;
    private final Runnable whenTooLong;
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private final Thread reader;

    CapturedOutput(InputStream output, int limit, Runnable whenTooLong) {
        this.limit = limit;
        this.whenTooLong = whenTooLong;
        reader = new Thread(() -> read(output), "vpsdns-command");
        reader.setDaemon(true);
        reader.start();
    }

    /** Waits a moment for the end, which does not come while a child of the command lives on with its output. */
    void awaitEnd() throws InterruptedException {
        reader.join(MOMENT.toMillis());
    }

    boolean isTooLong() {
        return kept.size() > limit;
    }

    byte[] bytes() {
        return kept.toByteArray();
    }

    Optional<String> lastLine() {
        return kept.toString(Charset.defaultCharset())
                .lines()
                .filter(line -> !line.isBlank())
                .reduce((earlier, later) -> later)
                .map(line -> line.length() <= LONGEST_LINE ? line : line.substring(0, LONGEST_LINE) + "...");
    }

    private void read(InputStream output) {
        byte[] buffer = new byte[4096];
        try (output) {
            for (int count = output.read(buffer); count >= 0; count = output.read(buffer)) {
                kept.write(buffer, 0, Math.min(count, limit + 1 - kept.size()));
                if (isTooLong()) {
                    whenTooLong.run();
                    return;
                }
            }
        } catch (IOException e) {
            LOG.debug("the output of a command ended early", e);
        }
    }
}
