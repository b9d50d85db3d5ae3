// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.bench;

import io.github.vpsdns.sandbox.Sandbox;
import io.github.vpsdns.webhook.password.PasswordHash;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/** The delivered server, by which another ACME client reaches the API. */
final class Bridge implements AutoCloseable {
    static final String USER = "bench";
    static final String PASSWORD = "bench-password";

    private final int port = freePort();
    private final Process server;

    /** Starts it and waits until it takes connections. */
    Bridge(Installation vpsdns, Sandbox sandbox, String zone, Path directory) throws IOException, InterruptedException {
        Path configuration = Files.createFile(
                directory.resolve("webhook.yaml"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(configuration, """
                listen: ["127.0.0.1:%d"]
                state: %s
                limits: { user-requests: 100000, name-changes: 100000 }
                users: [{ name: %s, password: "%s", challenges: ["%s"] }]
                """.formatted(
                        port,
                        directory.resolve("webhook.db"),
                        USER,
                        PasswordHash.of(PASSWORD).encoded(),
                        zone));
        server = vpsdns.commandWithDns(sandbox, List.of("webhook", "run", "--config", configuration.toString()))
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("webhook.log").toFile())
                .start();
        while (!listens()) {
            if (!server.isAlive()) {
                throw new IOException(
                        "the server has ended and said:\n" + Files.readString(directory.resolve("webhook.log")));
            }
            Thread.sleep(50);
        }
    }

    String url() {
        return "http://127.0.0.1:" + port;
    }

    private boolean listens() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        server.destroy();
        try {
            server.waitFor();
        } catch (InterruptedException e) {
            server.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
