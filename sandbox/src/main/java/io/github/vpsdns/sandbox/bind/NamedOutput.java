// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.sandbox.bind;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a {@code named} prints: tells when it is up, keeps the latest lines for error messages, logs the rest. */
final class NamedOutput {
    private static final Logger log = LoggerFactory.getLogger(NamedOutput.class);
    private static final int KEPT_LINES = 20;
    private static final int START_SECONDS = 30;

    private final Deque<String> latest = new ArrayDeque<>();
    private final CompletableFuture<Boolean> running = new CompletableFuture<>();
    private volatile boolean portTaken;

    private NamedOutput() {}

    static NamedOutput follow(Process process) {
        NamedOutput output = new NamedOutput();
        Thread reader = new Thread(() -> output.read(process), "sandbox-named-log");
        reader.setDaemon(true);
        reader.start();
        return output;
    }

    private void read(Process process) {
        try (BufferedReader lines = process.inputReader()) {
            String line = lines.readLine();
            while (line != null) {
                take(line);
                line = lines.readLine();
            }
        } catch (IOException e) {
            log.debug("named: {}", e.getMessage());
        } finally {
            running.complete(false);
        }
    }

    private synchronized void take(String line) {
        log.debug("named: {}", line);
        if (latest.size() == KEPT_LINES) {
            latest.removeFirst();
        }
        latest.addLast(line);
        // It says so, carries on without the port, and later that it is running.
        if (line.contains("address in use")) {
            portTaken = true;
            running.complete(false);
        }
        if (line.endsWith(" running")) {
            running.complete(true);
        }
    }

    /** True once it serves, false if it ended, got no port or takes too long. */
    boolean awaitRunning() {
        try {
            return running.get(START_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException | TimeoutException e) {
            return false;
        }
    }

    boolean portTaken() {
        return portTaken;
    }

    synchronized String text() {
        return String.join("\n", latest);
    }
}
