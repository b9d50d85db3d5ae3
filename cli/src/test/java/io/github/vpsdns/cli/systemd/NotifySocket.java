// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.systemd;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** The receiving end of systemd's socket: a datagram socket of the Unix domain, held by python3, since Java has none. */
public final class NotifySocket implements AutoCloseable {
    private static final String RECEIVER = """
            import socket, sys
            s = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
            s.bind(sys.argv[1])
            print('listening', flush=True)
            while True:
                message = s.recv(8192).decode().strip().replace('\\n', ' ')
                if message != 'BARRIER=1':
                    print(message, flush=True)
            """;

    private final Path path;
    private final Path received;
    private final Process receiver;

    /** Begins to listen at a path that is not there yet. */
    public NotifySocket(Path path) {
        this.path = path;
        this.received = path.resolveSibling(path.getFileName() + ".received");
        try {
            receiver = new ProcessBuilder("python3", "-c", RECEIVER, path.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(received.toFile())
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        await().atMost(Duration.ofSeconds(30)).until(() -> lines().contains("listening"));
    }

    public Path path() {
        return path;
    }

    /** What has come so far, one text a message, its variables separated by spaces. */
    public List<String> messages() {
        List<String> lines = lines();
        return lines.subList(1, lines.size());
    }

    private List<String> lines() {
        try {
            return Files.readAllLines(received);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        receiver.destroyForcibly();
    }
}
