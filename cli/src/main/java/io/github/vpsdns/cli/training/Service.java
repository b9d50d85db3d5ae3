// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.training;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** A line that stays until it is interrupted. */
final class Service implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final Lines lines;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Thread thread;

    private Service(Lines lines, String... line) {
        this.lines = lines;
        this.thread = new Thread(() -> lines.run(0, out, err, line), "vpsdns-training");
    }

    static Service start(Lines lines, String... line) {
        Service service = new Service(lines, line);
        service.thread.start();
        return service;
    }

    static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }

    /** Waits until it has said something, on either stream, or has ended. */
    Service awaitWords(String words) throws InterruptedException {
        await(() -> (out.toString(StandardCharsets.UTF_8) + err.toString(StandardCharsets.UTF_8)).contains(words));
        return this;
    }

    /** Asks it something by HTTP until it answers, whatever it answers, or has ended. */
    Service ask(int port, String path, String... headers) throws InterruptedException {
        await(() -> answers(port, path, headers));
        return this;
    }

    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join(PATIENCE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void await(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (thread.isAlive() && !condition.getAsBoolean() && System.nanoTime() < end) {
            lines.frame().host().time().sleep(PAUSE);
        }
    }

    /** Plainly by a socket, since a client of HTTP would be remembered as a part of the service. */
    private static boolean answers(int port, String path, String... headers) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout((int) PATIENCE.toMillis());
            String request = "GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n"
                    + String.join("\r\n", headers) + (headers.length == 0 ? "\r\n" : "\r\n\r\n");
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return socket.getInputStream().readAllBytes().length > 0;
        } catch (IOException e) {
            return false;
        }
    }
}
