// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.terminal;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * A stream for logs and stack traces, which quote what others have sent: control characters but for tabs and ends of lines are made
 * visible, as {@link Printable} does it. Thread-safe.
 */
public final class PrintableStream extends OutputStream {
    /** The byte with which UTF-8 begins U+0080 to U+00BF, the first half of which are controls as well. */
    private static final int LEAD_OF_C1 = 0xc2;

    private final PrintStream onward;
    private boolean led;

    private PrintableStream(PrintStream onward) {
        this.onward = onward;
    }

    /**
     * Stands before another stream.
     *
     * @param onward where it goes
     * @return the stream to print to, in UTF-8
     */
    public static PrintStream before(PrintStream onward) {
        return new PrintStream(new PrintableStream(onward), true, StandardCharsets.UTF_8);
    }

    @Override
    public void write(int b) {
        byte[] one = {(byte) b};
        write(one, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int count) {
        synchronized (onward) {
            int plain = from;
            for (int i = from; i < from + count; i++) {
                int c = bytes[i] & 0xff;
                if (led || c == LEAD_OF_C1 || isControl(c)) {
                    onward.write(bytes, plain, i - plain);
                    plain = i + 1;
                    special(c);
                }
            }
            onward.write(bytes, plain, from + count - plain);
        }
    }

    private void special(int c) {
        if (led) {
            led = false;
            if (c >= 0x80 && c < 0xa0) {
                visible(c);
                return;
            }
            onward.write(LEAD_OF_C1);
        }
        if (c == LEAD_OF_C1) {
            led = true;
        } else if (isControl(c)) {
            visible(c);
        } else {
            onward.write(c);
        }
    }

    private void visible(int c) {
        byte[] text = String.format("\\%03d", c).getBytes(StandardCharsets.US_ASCII);
        onward.write(text, 0, text.length);
    }

    private static boolean isControl(int c) {
        return (c < 0x20 && c != '\n' && c != '\t') || c == 0x7f;
    }

    @Override
    public void flush() {
        onward.flush();
    }
}
