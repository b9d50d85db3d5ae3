// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.packaging;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A root that was booted: its own systemd as process 1, with the network of this machine. */
final class Machine implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Path root;
    private final Process container;
    private final Path console;

    private Machine(Path root, Process container, Path console) {
        this.root = root;
        this.container = container;
        this.console = console;
    }

    static Machine boot(Path root) throws IOException {
        Path console = root.resolveSibling("console");
        // Where systemd is not process 1, there is nobody with whom a container could be registered.
        Process container = Command.of(
                        "systemd-nspawn",
                        "--boot",
                        "--register=no",
                        "--keep-unit",
                        "--console=read-only",
                        "--resolv-conf=copy-host",
                        "--directory=" + root)
                .start(console);
        Machine machine = new Machine(root, container, console);
        try {
            await().atMost(PATIENCE).until(machine::isUp);
        } catch (RuntimeException e) {
            machine.close();
            throw new AssertionError("the root did not boot: " + Files.readString(console), e);
        }
        return machine;
    }

    /** Runs a line of the shell in it, as root. */
    String sh(String line) {
        return inside(line).succeed();
    }

    Command.Outcome trySh(String line) {
        return inside(line).run();
    }

    Path file(String path) {
        return root.resolve(path.substring(1));
    }

    private boolean isUp() {
        if (!container.isAlive()) {
            throw new IllegalStateException("systemd-nspawn ended with " + container.exitValue());
        }
        if (container.children().findAny().isEmpty()) {
            return false;
        }
        String state = trySh("systemctl is-system-running").said().strip();
        return state.equals("running") || state.equals("degraded");
    }

    private Command inside(String line) {
        long first = container.children().findFirst().orElseThrow().pid();
        List<String> enter = List.of("nsenter", "--target", Long.toString(first), "--all", "sh", "-ec", line);
        return new Command(enter, Command.of().environment());
    }

    /** As if the power went. */
    @Override
    public void close() {
        List<ProcessHandle> children = container.children().toList();
        children.forEach(ProcessHandle::destroyForcibly);
        try {
            if (!container.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                container.destroyForcibly();
            }
            Files.deleteIfExists(console);
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
