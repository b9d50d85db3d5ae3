// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A PostgreSQL of its own, with the role and the database that an example tells its administrator to make. */
final class PostgresPlace implements AutoCloseable {
    private static final Path VERSIONS = Path.of("/usr/lib/postgresql");
    private static final Pattern SQL = Pattern.compile("as its administrator: (.*;) *(.*;)");
    private static final String PASSWORD = "battery-staple";

    private final Path work;
    private final Path home;
    private final Path bin = newest();
    private final int port = Handshake.freePort();

    private PostgresPlace(Path work, Path home) {
        this.work = work;
        this.home = home;
    }

    static PostgresPlace start(Example example, Path work) {
        Example.write(work.resolve("database"), PASSWORD);
        PostgresPlace place = new PostgresPlace(work, home());
        place.start();
        Matcher sql = SQL.matcher(example.text());
        assertThat(sql.find()).as("what the administrator is to do").isTrue();
        for (int statement = 1; statement <= 2; statement++) {
            place.psql(sql.group(statement).replace("'…'", "'" + PASSWORD + "'"));
        }
        return place;
    }

    String address() {
        return "127.0.0.1:" + port;
    }

    @Override
    public void close() {
        succeed("pg_ctl", "stop", "-m", "immediate", "-D", home + "/data");
        new Programs(work).succeed(List.of("rm", "-r", home.toString()));
    }

    private void start() {
        succeed("initdb", "-D", home + "/data", "-U", "postgres", "--auth=trust", "--no-sync");
        succeed(
                "pg_ctl",
                "start",
                "-D",
                home + "/data",
                "-l",
                home + "/log",
                "-o",
                "-p " + port + " -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off");
        await().atMost(Duration.ofSeconds(30))
                .until(() -> run("pg_isready", "-h", "127.0.0.1", "-p", Integer.toString(port))
                                .status()
                        == 0);
    }

    private void psql(String sql) {
        succeed("psql", "-h", "127.0.0.1", "-p", Integer.toString(port), "-U", "postgres", "-c", sql);
    }

    private void succeed(String program, String... arguments) {
        Programs.Said said = run(program, arguments);
        assertThat(said.status()).as(program + ": " + said.text()).isZero();
    }

    /** It refuses to run as root. */
    private Programs.Said run(String program, String... arguments) {
        List<String> command = new ArrayList<>();
        if (isRoot()) {
            command.addAll(List.of("setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups", "--"));
        }
        command.addAll(List.of("env", "-C", "/", bin.resolve(program).toString()));
        command.addAll(List.of(arguments));
        return new Programs(work).run(Map.of(), command);
    }

    /** Where its own user may go, which a test's directory is not. */
    private static Path home() {
        try {
            Path home = Files.createTempDirectory("vpsdns-postgres");
            if (isRoot()) {
                Files.setOwner(
                        home,
                        home.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("postgres"));
            }
            return home;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    private static Path newest() {
        try (Stream<Path> versions = Files.list(VERSIONS)) {
            return versions.map(version -> version.resolve("bin"))
                    .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
                    .max(Comparator.naturalOrder())
                    .orElseThrow(() -> new AssertionError("no initdb below " + VERSIONS));
        } catch (IOException e) {
            throw new AssertionError("no PostgreSQL in " + VERSIONS, e);
        }
    }
}
