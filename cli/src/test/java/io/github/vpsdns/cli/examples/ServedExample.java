// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.examples;

import static org.awaitility.Awaitility.await;

import io.github.vpsdns.cli.e2e.Vpsdns;
import io.github.vpsdns.webhook.password.PasswordHash;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** A server that runs by an example's configuration, in a directory of its own. */
final class ServedExample implements AutoCloseable {
    static final String PASSWORD = "correct-horse";
    private static final String NO_HASH = "$argon2id$v=19$...";
    private static final String HASH = PasswordHash.of(PASSWORD).encoded();

    private final Vpsdns.Running server;
    private final int port;

    private ServedExample(Vpsdns.Running server, int port) {
        this.server = server;
        this.port = port;
    }

    /** The example with the password above for everybody, and its files in another directory. */
    static Example adapted(String name, Path directory) {
        return Example.of("server/" + name + ".yaml").with(NO_HASH, HASH).with("/etc/vpsdns/", directory + "/");
    }

    /** Starts it and waits until it takes connections at the port that the configuration says. */
    static ServedExample start(Example example, Path directory, URI api, String token, String nameServers, int port) {
        Example.write(directory.resolve("token"), token);
        Path config = example.writeTo(directory.resolve("webhook-" + port + ".yaml"));
        Path state = directory.resolve("state-" + port);
        try {
            Files.createDirectories(state);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Vpsdns.Running server = new Vpsdns(state)
                .with("VPS_API_URL", api.toString())
                .with("VPSDNS_NAMESERVERS", nameServers)
                .with("STATE_DIRECTORY", state.toString())
                .start("webhook", "run", "--config", config.toString());
        ServedExample served = new ServedExample(server, port);
        await().atMost(Duration.ofSeconds(60)).until(() -> {
            if (!server.process().isAlive()) {
                throw new AssertionError("it has ended: " + server.await());
            }
            return served.listens();
        });
        return served;
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

    @Override
    public void close() {
        server.process().destroy();
        server.await();
    }

    private boolean listens() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }
}
