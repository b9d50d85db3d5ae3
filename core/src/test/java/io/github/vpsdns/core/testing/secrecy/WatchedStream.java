// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.testing.secrecy;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Passes on what is printed and looks through each line of it. Thread-safe. */
final class WatchedStream extends OutputStream {
    private static final int LONGEST_LINE = 1 << 20;

    private final PrintStream onward;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private final List<Secrets.Finding> found = new ArrayList<>();

    WatchedStream(PrintStream onward) {
        this.onward = onward;
    }

    PrintStream asPrintStream() {
        return new PrintStream(this, true, StandardCharsets.UTF_8);
    }

    @Override
    public synchronized void write(int b) {
        onward.write(b);
        take((byte) b);
    }

    @Override
    public synchronized void write(byte[] bytes, int from, int count) {
        onward.write(bytes, from, count);
        for (int i = from; i < from + count; i++) {
            take(bytes[i]);
        }
    }

    @Override
    public void flush() {
        onward.flush();
    }

    /** What was found since it was asked last; a line that is not ended yet counts. */
    synchronized List<Secrets.Finding> takeFound() {
        look();
        List<Secrets.Finding> taken = List.copyOf(found);
        found.clear();
        return taken;
    }

    private void take(byte b) {
        if (b == '\n' || line.size() == LONGEST_LINE) {
            look();
        } else {
            line.write(b);
        }
    }

    private void look() {
        if (line.size() > 0) {
            found.addAll(Secrets.in(line.toString(StandardCharsets.UTF_8)));
            line.reset();
        }
    }
}
