// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpsdns.cli.testing.SandboxRuns;
import io.github.vpsdns.sandbox.Sandbox;
import io.github.vpsdns.webhook.password.PasswordHash;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * Services whose thread is interrupted, as SIGTERM does it, at one moment of their start after the other. All starts of a test share a
 * state and a port: each is refused if the one before has left a lock or a socket. Signals are those of the whole process.
 */
@ResourceLock("signals")
class StopWhileStartingTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration STEP = Duration.ofMillis(3);
    private static final int STEPS = 30;

    @TempDir
    Path directory;

    private final Sandbox sandbox = Sandbox.builder().zone("example.com").start();
    private final int port = freePort();

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void theServerEndsAsAtAnyOtherTime() throws Exception {
        String hash = PasswordHash.of("correct-horse").encoded();
        Path file = secret("webhook.yaml", """
                listen: ["127.0.0.1:%d"]
                state: state/webhook.db
                audit: audit.log
                admin: { listen: "127.0.0.1:0", password: "%s" }
                users: [{ name: router, password: "%s", hosts: [home.example.com] }]
                """.formatted(port, hash, hash));

        endsAsEver("webhook", "run", "--config", file.toString());
    }

    @Test
    void theAgentEndsAsAtAnyOtherTime() throws Exception {
        Path file = secret("ddns.yaml", """
                addresses: { ipv4: "static:192.0.2.7" }
                records: [home.example.com]
                state: state/ddns.json
                listen: "127.0.0.1:%d"
                """.formatted(port));

        endsAsEver("ddns", "run", "--config", file.toString());
    }

    @Test
    void theRenewalEndsAsAtAnyOtherTime() throws Exception {
        endsAsEver("acme", "run", "--listen", "127.0.0.1:" + port);
    }

    private void endsAsEver(String... args) throws InterruptedException {
        for (int step = 0; step < STEPS; step++) {
            assertThat(stoppedAfter(STEP.multipliedBy(step), args))
                    .as("stopped after %d steps", step)
                    .doesNotContain("vpsdns: ", "Exception", "refused")
                    .endsWith(" stopped\n");
        }
    }

    /** What a service says that is stopped so long after it was begun, or before if it is not long at all. */
    private String stoppedAfter(Duration moment, String... args) throws InterruptedException {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Thread service = new Thread(
                () -> {
                    if (moment.isZero()) {
                        Thread.currentThread().interrupt();
                    }
                    int unused = SandboxRuns.all(sandbox)
                            .with("VPSDNS_ACME_DIR", directory.resolve("acme").toString())
                            .run(new ByteArrayOutputStream(), err, args);
                },
                "service-under-test");
        service.start();
        LockSupport.parkNanos(moment.toNanos());
        service.interrupt();
        service.join(PATIENCE.toMillis());
        assertThat(service.isAlive()).as("%s runs on", List.of(args)).isFalse();
        return err.toString(StandardCharsets.UTF_8);
    }

    private Path secret(String name, String content) throws IOException {
        Path file = Files.writeString(directory.resolve(name), content);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new AssertionError("no port is free", e);
        }
    }
}
