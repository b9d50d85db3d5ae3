// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.sandbox.bind;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A {@code named} of BIND 9 for one test: its own temporary directory, configuration, key and ports, on 127.0.0.1 only.
 *
 * <p>Needs no privileges and reads nothing below {@code /etc/bind}. Thread-safe. Ends with {@link #close} or with this
 * process.
 */
public final class NamedServer implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(NamedServer.class);
    private static final int ATTEMPTS = 5;

    private final NamedInstallation installation;
    private final Path home;
    private final NamedConfig config;
    private final Process process;
    private final Thread onExit;

    private NamedServer(NamedInstallation installation, Path home, NamedConfig config, Process process) {
        this.installation = installation;
        this.home = home;
        this.config = config;
        this.process = process;
        this.onExit = new Thread(process::destroyForcibly, "sandbox-named-exit");
        Runtime.getRuntime().addShutdownHook(onExit);
    }

    /**
     * Starts a server that answers for its own zones only.
     *
     * @return running, and with no zones yet
     * @throws IllegalStateException if BIND is not installed, or does not start; says what it printed
     */
    public static NamedServer start() {
        return start(false);
    }

    /**
     * Starts a server.
     *
     * @param recursion whether it also resolves what it is not authoritative for, by asking the real DNS
     * @return running, and with no zones yet
     * @throws IllegalStateException if BIND is not installed, or does not start; says what it printed
     */
    public static NamedServer start(boolean recursion) {
        NamedInstallation installation = NamedInstallation.find()
                .orElseThrow(() -> new IllegalStateException(
                        "BIND is not installed: there is no named and rndc; on Debian, install bind9."));
        for (int attempt = 1; ; attempt++) {
            Optional<NamedServer> server = tryStart(installation, recursion, attempt == ATTEMPTS);
            if (server.isPresent()) {
                return server.get();
            }
        }
    }

    /** Empty if a port that was free has been taken meanwhile, and there may be another attempt. */
    private static Optional<NamedServer> tryStart(NamedInstallation installation, boolean recursion, boolean last) {
        Path home = temporary();
        try {
            NamedConfig config = NamedConfig.write(home, freeDnsPort(), freeTcpPort(), recursion);
            Process process = new ProcessBuilder(
                            installation.named().toString(),
                            "-g",
                            "-n",
                            "2",
                            "-c",
                            config.file().toString())
                    .directory(home.toFile())
                    .redirectErrorStream(true)
                    .start();
            NamedOutput output = NamedOutput.follow(process);
            if (output.awaitRunning()) {
                return Optional.of(new NamedServer(installation, home, config, process));
            }
            process.destroyForcibly();
            delete(home);
            if (!last && output.portTaken()) {
                return Optional.empty();
            }
            throw new IllegalStateException("named did not start: " + output.text());
        } catch (IOException e) {
            delete(home);
            throw new UncheckedIOException("named could not be started.", e);
        }
    }

    /**
     * Where it answers queries, UDP and TCP alike.
     *
     * @return an address on loopback
     */
    public InetSocketAddress address() {
        return new InetSocketAddress(loopback(), config.port());
    }

    /**
     * This server as a target of the feed.
     *
     * @return without delay
     */
    public BindTarget target() {
        return new BindTarget(
                        home.resolve(NamedConfig.ZONES),
                        List.of(
                                installation.rndc().toString(),
                                "-c",
                                config.rndcFile().toString()),
                        Duration.ZERO,
                        null)
                .listening(address());
    }

    /** Ends the server, waits for its end, and removes its directory. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        try {
            Runtime.getRuntime().removeShutdownHook(onExit);
        } catch (IllegalStateException e) {
            log.debug("The process is ending anyway.");
        }
        delete(home);
    }

    private static int freeDnsPort() throws IOException {
        for (int attempt = 1; ; attempt++) {
            try (DatagramSocket udp = new DatagramSocket(new InetSocketAddress(loopback(), 0));
                    ServerSocket tcp = new ServerSocket(udp.getLocalPort(), 1, loopback())) {
                return tcp.getLocalPort();
            } catch (BindException e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    private static int freeTcpPort() throws IOException {
        try (ServerSocket tcp = new ServerSocket(0, 1, loopback())) {
            return tcp.getLocalPort();
        }
    }

    private static InetAddress loopback() {
        return InetAddress.getLoopbackAddress();
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("vpsdns-named-").toRealPath();
        } catch (IOException e) {
            throw new UncheckedIOException("There is no room for a temporary directory.", e);
        }
    }

    private static void delete(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | UncheckedIOException e) {
            log.warn("A temporary directory stays behind: {}", directory, e);
        }
    }
}
