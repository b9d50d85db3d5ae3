// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.progress;

import io.github.vpsdns.cli.terminal.Printable;
import java.io.PrintStream;
import java.util.HashMap;
import java.util.Map;

/** One line whenever something changes, for logs and pipes. Guarded by itself. */
final class LineProgress implements Progress {
    private final PrintStream err;
    private final Map<String, String> said = new HashMap<>();

    LineProgress(PrintStream err) {
        this.err = err;
    }

    @Override
    public synchronized void step(String text) {
        err.println(Printable.of(text));
    }

    @Override
    public synchronized void item(String key, String state) {
        if (!state.equals(said.put(key, state))) {
            err.println(Printable.of(key + ": " + state));
        }
    }

    @Override
    public synchronized void close() {
        err.flush();
    }
}
