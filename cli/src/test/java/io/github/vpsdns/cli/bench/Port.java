// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * A port of loopback.
 *
 * @param number its number
 */
record Port(int number) {
    private static final Duration START_LIMIT = Duration.ofMinutes(1);

    /** Finds one where nobody listens. */
    static Port free() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return new Port(socket.getLocalPort());
        }
    }

    /** Waits until a process takes connections there; what it has said instead is in its log. */
    void awaitListening(Process process, Path log) throws IOException, InterruptedException {
        long end = System.nanoTime() + START_LIMIT.toNanos();
        while (!listens()) {
            if (!process.isAlive() || System.nanoTime() > end) {
                throw new IOException(
                        "nobody listens at port " + number + "; the process said:\n" + Files.readString(log));
            }
            Thread.sleep(5);
        }
    }

    private boolean listens() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), number)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }
}
