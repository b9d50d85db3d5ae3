// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.store.sql;

import static org.awaitility.Awaitility.await;

import io.github.vpsdns.webhook.store.StorePlace.ServerPlace;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A PostgreSQL of its own, on the loopback interface, that asks for a password. Postgres refuses to run as root. */
final class PostgresServer implements BeforeAllCallback, AfterAllCallback {
    private static final String PASSWORD = "correct horse battery staple";
    private static final AtomicInteger SCHEMAS = new AtomicInteger();

    private Path programs;
    private Path directory;
    private Path passwordFile;
    private int port;
    private Process process;

    /** The newest version that is installed, where Debian puts it. */
    private static Path programs() {
        try (Stream<Path> versions = Files.list(Path.of("/usr/lib/postgresql"))) {
            return versions.map(version -> version.resolve("bin"))
                    .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
                    .max(Comparator.naturalOrder())
                    .orElseThrow(() -> new AssertionError("no initdb below /usr/lib/postgresql"));
        } catch (IOException e) {
            throw new AssertionError("no PostgreSQL in /usr/lib/postgresql", e);
        }
    }

    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
        programs = programs();
        directory = Files.createTempDirectory("vpsdns-postgres");
        passwordFile = Files.createTempFile("vpsdns-password", "");
        Files.writeString(passwordFile, PASSWORD + "\n");
        Path forServer = Files.writeString(directory.resolve("password"), PASSWORD);
        if (isRoot()) {
            var postgres =
                    FileSystems.getDefault().getUserPrincipalLookupService().lookupPrincipalByName("postgres");
            Files.setOwner(forServer, postgres);
            Files.setOwner(directory, postgres);
        }
        run(
                        "initdb",
                        "-D",
                        directory + "/data",
                        "-U",
                        "vpsdns",
                        "--auth=scram-sha-256",
                        "--pwfile=" + forServer,
                        "--encoding=UTF8",
                        "--locale=C.UTF-8",
                        "--no-sync")
                .waitFor();
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        start();
    }

    void start() throws IOException {
        process = run(
                "postgres",
                "-D",
                directory + "/data",
                "-p",
                Integer.toString(port),
                "-c",
                "listen_addresses=127.0.0.1",
                "-c",
                "unix_socket_directories=",
                "-c",
                "fsync=off");
        await().atMost(Duration.ofSeconds(30)).ignoreExceptions().until(() -> {
            execute("SELECT 1");
            return true;
        });
    }

    /** Stops it as a crash does: nobody is told, nothing is finished. */
    void stop() throws Exception {
        signal("QUIT", List.of(process.toHandle()));
        process.waitFor();
    }

    /** Lets it neither answer nor hang up. */
    void freeze() throws Exception {
        signal("STOP", all());
    }

    void thaw() throws Exception {
        signal("CONT", all());
    }

    private List<ProcessHandle> all() {
        return Stream.concat(Stream.of(process.toHandle()), process.descendants())
                .toList();
    }

    private static void signal(String name, List<ProcessHandle> processes) throws Exception {
        List<String> command = new ArrayList<>(List.of("kill", "-" + name));
        processes.forEach(each -> command.add(Long.toString(each.pid())));
        new ProcessBuilder(command).start().waitFor();
    }

    private Process run(String program, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        if (isRoot()) {
            // It becomes the program, so that signals reach it.
            command.addAll(List.of("setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups", "--"));
        }
        command.add(programs.resolve(program).toString());
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(new File("/dev/null"))
                .start();
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    /** Executes something as somebody else who is connected. */
    void execute(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url(), "vpsdns", PASSWORD);
                Statement statement = connection.createStatement()) {
            statement.execute("SET default_transaction_read_only = off");
            statement.execute(sql);
        }
    }

    private String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    }

    /** A place without any tables. */
    ServerPlace emptyPlace() throws SQLException {
        String schema = "empty" + SCHEMAS.incrementAndGet();
        execute("CREATE SCHEMA " + schema);
        return place("?currentSchema=" + schema, passwordFile);
    }

    ServerPlace place(String options, Path password) {
        return new ServerPlace(url() + options, "vpsdns", password);
    }

    /** What a schema of {@link #emptyPlace} is called. */
    static String schema(ServerPlace place) {
        return place.jdbcUrl().substring(place.jdbcUrl().indexOf('=') + 1);
    }

    Path passwordFile() {
        return passwordFile;
    }

    @Override
    public void afterAll(ExtensionContext context) throws Exception {
        if (process != null && process.isAlive()) {
            thaw();
            stop();
        }
        Files.deleteIfExists(passwordFile);
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /** Sets a file's mode as {@code ls} prints it. */
    static Path withMode(Path file, String mode) throws IOException {
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
    }
}
