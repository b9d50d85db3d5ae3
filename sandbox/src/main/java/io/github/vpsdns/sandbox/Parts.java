// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.sandbox;

import java.util.ArrayDeque;
import java.util.Deque;

/** The running parts of a sandbox, stopped in the opposite order of their start. Thread-safe; closing twice does no harm. */
final class Parts {
    private final Deque<AutoCloseable> running = new ArrayDeque<>();

    synchronized <T extends AutoCloseable> T add(T part) {
        running.push(part);
        return part;
    }

    synchronized void close() {
        while (!running.isEmpty()) {
            AutoCloseable part = running.pop();
            try {
                part.close();
            } catch (Exception e) {
                throw new IllegalStateException("A part of the sandbox could not be stopped: " + part, e);
            }
        }
    }
}
