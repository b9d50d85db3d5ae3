// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.sandbox.peer;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/**
 * Let's Encrypt's small test CA (package {@code pebble} of Debian) as a child process on loopback, which validates DNS-01 at a
 * name server of the caller's choice.
 *
 * <p>Thread-safe; {@link #close} ends the process and removes its files.
 */
public final class PebbleServer implements AutoCloseable {
    private static final Duration START_LIMIT = Duration.ofSeconds(20);

    private final Path home;
    private final ChildProcess process;
    private final int port;
    private final int managementPort;

    private PebbleServer(Path home, ChildProcess process, int port, int managementPort) {
        this.home = home;
        this.process = process;
        this.port = port;
        this.managementPort = managementPort;
    }

    /**
     * Starts a CA that asks the given server and has no whims of its own.
     *
     * @param nameServer where it looks up the challenges
     * @return the running CA
     * @throws IOException if it cannot be started
     */
    public static PebbleServer start(InetSocketAddress nameServer) throws IOException {
        return start(nameServer, Whims.NONE);
    }

    /**
     * Starts a CA.
     *
     * @param nameServer where it looks up the challenges
     * @param whims how it misbehaves
     * @return the running CA
     * @throws IOException if it cannot be started
     */
    public static PebbleServer start(InetSocketAddress nameServer, Whims whims) throws IOException {
        return start(nameServer, PebbleOptions.DEFAULT.withWhims(whims));
    }

    /**
     * Starts a CA.
     *
     * @param nameServer where it looks up the challenges
     * @param options which Pebble, and how it is set up
     * @return the running CA
     * @throws IOException if it is not installed or cannot be started
     */
    public static PebbleServer start(InetSocketAddress nameServer, PebbleOptions options) throws IOException {
        Path program = Programs.find(options.program())
                .orElseThrow(() -> new IOException(options.program() + " is not installed"));
        Path home = Files.createTempDirectory("pebble");
        try {
            LoopbackCertificate certificate = LoopbackCertificate.write(home);
            int port = ChildProcess.freePort();
            int managementPort = ChildProcess.freePort();
            Path config = home.resolve("config.json");
            Files.writeString(config, options.configuration(certificate, port, managementPort));
            ProcessBuilder command = new ProcessBuilder(
                    program.toString(),
                    "-config",
                    config.toString(),
                    "-dnsserver",
                    nameServer.getAddress().getHostAddress() + ":" + nameServer.getPort());
            command.environment().putAll(options.environment());
            ChildProcess process = ChildProcess.start(command, home.resolve("log"));
            process.awaitListening(port, START_LIMIT);
            return new PebbleServer(home, process, port, managementPort);
        } catch (IOException | RuntimeException e) {
            ChildProcess.deleteTree(home);
            throw e;
        }
    }

    /**
     * Returns where its directory is.
     *
     * @return an https URL
     */
    public URI directory() {
        return URI.create("https://localhost:" + port + "/dir");
    }

    /**
     * Returns where it is looked into and manipulated, such as {@code cert-status-by-serial/HEX} below it.
     *
     * @return an https URL that ends in a slash
     */
    public URI management() {
        return URI.create("https://localhost:" + managementPort + "/");
    }

    /**
     * Returns the certificate that its https is to be trusted by.
     *
     * @return a PEM file
     */
    public Path serverCa() {
        return home.resolve(LoopbackCertificate.CERTIFICATE);
    }

    /**
     * Returns what it has printed so far.
     *
     * @return its log
     * @throws IOException if it cannot be read
     */
    public String log() throws IOException {
        return process.log();
    }

    @Override
    public void close() {
        process.close();
        ChildProcess.deleteTree(home);
    }

    /**
     * How the CA misbehaves.
     *
     * @param badNoncePercent how many of its requests it rejects for their nonce, 0 to 100
     * @param validationSleep the longest time, in whole seconds, that it waits before it looks up a challenge; zero for none
     * @param authorizationReusePercent how often it gives out a valid authorization again, 0 to 100
     */
    public record Whims(int badNoncePercent, Duration validationSleep, int authorizationReusePercent) {
        /** Works as asked, at once. */
        public static final Whims NONE = new Whims(0, Duration.ZERO, 0);

        Map<String, String> environment() {
            String sleep = Long.toString(validationSleep.toSeconds());
            return Map.of(
                    "PEBBLE_WFE_NONCEREJECT",
                    Integer.toString(badNoncePercent),
                    "PEBBLE_AUTHZREUSE",
                    Integer.toString(authorizationReusePercent),
                    validationSleep.isZero() ? "PEBBLE_VA_NOSLEEP" : "PEBBLE_VA_SLEEPTIME",
                    validationSleep.isZero() ? "1" : sleep);
        }
    }
}
