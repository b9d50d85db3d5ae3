// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.training;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A line that stays until it is interrupted, and serves something over HTTP meanwhile. */
final class Service {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(100);

    /** The line for a port. */
    @FunctionalInterface
    interface Line {
        String[] on(int port) throws IOException;
    }

    private final Lines lines;
    private final int port;
    private final String[] line;
    private final @Nullable String credentials;

    private Service(Lines lines, int port, String[] line, @Nullable String credentials) {
        this.lines = lines;
        this.port = port;
        this.line = line;
        this.credentials = credentials;
    }

    static Service of(Lines lines, Line line) throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return new Service(lines, free.getLocalPort(), line.on(free.getLocalPort()), null);
        }
    }

    /** Says who asks, as the value of {@code Authorization}. */
    Service as(String who) {
        return new Service(lines, port, line, who);
    }

    /** Starts it, asks for each path, whatever the answer, and stops it; waits for the first answer as long as it takes to start. */
    void ask(String... paths) throws InterruptedException {
        Thread service = new Thread(() -> lines.run(line), "vpsdns-training");
        service.start();
        try {
            for (String path : paths) {
                await(service, path);
            }
        } finally {
            service.interrupt();
            service.join(PATIENCE.toMillis());
        }
    }

    private void await(Thread service, String path) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (service.isAlive() && !answers(path) && System.nanoTime() < end) {
            lines.frame().host().time().sleep(PAUSE);
        }
    }

    private boolean answers(String path) {
        try {
            HttpURLConnection connection = (HttpURLConnection)
                    URI.create("http://127.0.0.1:" + port + path).toURL().openConnection();
            connection.setConnectTimeout((int) PATIENCE.toMillis());
            connection.setReadTimeout((int) PATIENCE.toMillis());
            if (credentials != null) {
                connection.setRequestProperty("Authorization", credentials);
            }
            try (InputStream body =
                    connection.getResponseCode() < 400 ? connection.getInputStream() : InputStream.nullInputStream()) {
                body.readAllBytes();
            }
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
