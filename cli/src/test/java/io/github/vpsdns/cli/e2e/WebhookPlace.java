// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.e2e;

import static org.awaitility.Awaitility.await;

import io.github.vpsdns.sandbox.Sandbox;
import io.github.vpsdns.webhook.password.PasswordHash;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;

/** A directory with all that the server needs, a sandbox to work on, one user, and the server as a process. */
final class WebhookPlace implements AutoCloseable {
    static final String USER = "router";
    static final String PASSWORD = "s3cret-of-the-router";
    private static final PasswordHash HASH = PasswordHash.of(PASSWORD);

    private final Path work;
    private final Sandbox sandbox;
    private final int port = freePort();
    private Vpsdns.Running server;

    WebhookPlace(Path work, Sandbox sandbox) {
        this.work = work;
        this.sandbox = sandbox;
        write("token", sandbox.token());
        configure("");
    }

    /** The whole configuration but for what a test adds; waits are short, so that an outage is told before a client gives up. */
    void configure(String more) {
        write("webhook.yaml", """
                api: { token-file: token }
                listen: ["127.0.0.1:%d"]
                state: state/webhook.db
                patience: 4s
                limits: { user-requests: 100000, name-changes: 100000, account-failures: 1000, address-failures: 1000 }
                users:
                  - name: %s
                    password: "%s"
                    hosts: ["home.example.com", "*.dyn.example.com"]
                    challenges: ["home.example.com", "example.com"]
                %s
                """.formatted(port, USER, HASH.encoded(), more));
    }

    /** Starts the server and waits until it takes connections. */
    void start() {
        server = vpsdns().start("webhook", "run");
        await().atMost(Duration.ofSeconds(60)).until(() -> {
            if (!server.process().isAlive()) {
                throw new AssertionError("it has ended: " + server.await());
            }
            return listens();
        });
    }

    /** Waits until somebody takes connections. */
    void awaitListening() {
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(50))
                .until(this::listens);
    }

    /** Ends the server as a service manager does. */
    Vpsdns.Outcome stop() {
        server.process().destroy();
        return server.await();
    }

    Vpsdns.Running server() {
        return server;
    }

    Vpsdns vpsdns() {
        return new Vpsdns(work)
                .with("VPS_API_URL", sandbox.apiUrl().toString())
                .with("VPSDNS_WEBHOOK_CONFIG", work.resolve("webhook.yaml").toString());
    }

    Sandbox sandbox() {
        return sandbox;
    }

    int port() {
        return port;
    }

    String log() {
        try {
            return Files.readString(server.err());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the API has, as {@code name TYPE value}. */
    List<String> published() {
        return sandbox.zones().records("example.com").stream()
                .map(record -> record.name() + " " + record.type() + " " + record.value())
                .sorted()
                .toList();
    }

    /** How many writing calls were made. */
    long writes() {
        return sandbox.calls().all().stream()
                .filter(call -> !call.method().equals("GET"))
                .count();
    }

    /** Replaced in one step, as a careful administrator does it. */
    void write(String name, String content) {
        try {
            Path file = Files.writeString(work.resolve(name + ".new"), content);
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
            Files.move(file, work.resolve(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        if (server != null && server.process().isAlive()) {
            stop();
        }
        sandbox.close();
    }

    private boolean listens() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
