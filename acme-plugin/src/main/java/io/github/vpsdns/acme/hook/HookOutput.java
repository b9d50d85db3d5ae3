// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.hook;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads what a command prints, on its own thread: logs each line and keeps the last ones. Thread-safe. */
final class HookOutput {
    private static final Logger LOG = LoggerFactory.getLogger(HookOutput.class);
    private static final int KEPT = 5;

    private final Deque<String> last = new ArrayDeque<>();
    private final Thread reader;

    HookOutput(InputStream output) {
        reader = new Thread(() -> read(output), "vpsdns-deploy-hook");
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
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(output, Charset.defaultCharset()))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                keep(line);
            }
        } catch (IOException e) {
            LOG.debug("the deploy hook's output ended early", e);
        }
    }

    private void keep(String line) {
        LOG.info("deploy hook: {}", line);
        synchronized (last) {
            last.add(line);
            if (last.size() > KEPT) {
                last.remove();
            }
        }
    }
}
