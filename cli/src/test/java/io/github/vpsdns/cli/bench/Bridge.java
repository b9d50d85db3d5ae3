// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.bench;

import io.github.vpsdns.sandbox.Sandbox;
import io.github.vpsdns.webhook.password.PasswordHash;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/** The delivered server, by which another ACME client reaches the API. */
final class Bridge implements AutoCloseable {
    static final String USER = "bench";
    static final String PASSWORD = "bench-password";

    private final Port port = Port.free();
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
                        port.number(),
                        directory.resolve("webhook.db"),
                        USER,
                        PasswordHash.of(PASSWORD).encoded(),
                        zone));
        Path log = directory.resolve("webhook.log");
        server = vpsdns.commandWithDns(sandbox, List.of("webhook", "run", "--config", configuration.toString()))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        port.awaitListening(server, log);
    }

    String url() {
        return "http://127.0.0.1:" + port.number();
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
