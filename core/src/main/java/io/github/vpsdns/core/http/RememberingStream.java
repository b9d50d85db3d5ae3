// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.http;

import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Keeps the start of what is read through it, so that an error can quote it, and whether the end has been met. */
final class RememberingStream extends FilterInputStream {
    private static final int LIMIT = 2000;

    private final ByteArrayOutputStream start = new ByteArrayOutputStream(LIMIT);
    private boolean exhausted;

    RememberingStream(InputStream in) {
        super(in);
    }

    /** Whether a reader has asked for more than there was. */
    boolean isExhausted() {
        return exhausted;
    }

    String remembered() {
        return start.toString(StandardCharsets.UTF_8);
    }

    @Override
    public int read() throws IOException {
        int one = super.read();
        exhausted |= one < 0;
        if (one >= 0 && start.size() < LIMIT) {
            start.write(one);
        }
        return one;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int count = super.read(target, offset, length);
        exhausted |= count < 0;
        int kept = Math.min(count, LIMIT - start.size());
        if (kept > 0) {
            start.write(target, offset, kept);
        }
        return count;
    }
}
