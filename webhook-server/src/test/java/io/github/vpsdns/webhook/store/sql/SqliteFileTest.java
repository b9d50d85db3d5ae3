// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.store.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.vpsdns.core.file.Disk;
import io.github.vpsdns.core.testing.ChildJvm;
import io.github.vpsdns.core.time.Timekeeper;
import io.github.vpsdns.webhook.store.Store;
import io.github.vpsdns.webhook.store.StoreException;
import io.github.vpsdns.webhook.store.StorePlace.FilePlace;
import io.github.vpsdns.webhook.store.UnusableStoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The file as a whole: whose it is, and when it is refused. */
@Timeout(60)
class SqliteFileTest {
    @TempDir
    private Path directory;

    private Path file;

    @BeforeEach
    void choose() {
        file = directory.resolve("state/of/webhook.db");
    }

    private Store open() {
        return SqlStore.open(new FilePlace(file), Timekeeper.system(), problem -> {});
    }

    @Test
    void isForItsOwnerAloneWithAllThatIsBesideIt() throws IOException {
        try (Store store = open();
                Stream<Path> files = Files.list(file.getParent())) {
            store.accounts().count();

            assertThat(mode(file.getParent())).isEqualTo("rwx------");
            assertThat(files)
                    .allSatisfy(each -> assertThat(mode(each)).isEqualTo("rw-------"))
                    .extracting(each -> each.getFileName().toString())
                    .containsExactlyInAnyOrder("webhook.db", "webhook.db-wal", "webhook.db-shm", "webhook.db.lock");
        }
    }

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    @Test
    void isClosedToOthersIfItWasOpen() throws IOException {
        open().close();
        PostgresServer.withMode(file, "rw-r--r--");
        open().close();

        assertThat(mode(file)).isEqualTo("rw-------");
    }

    @Test
    void syncsItsLogAtEachCommit() throws SQLException, IOException {
        Files.createDirectories(file.getParent());
        try (SqliteEngine engine = new SqliteEngine(
                        SqliteFile.take(file, Disk.local(), Timekeeper.system()), Timekeeper.system());
                Connection connection = engine.connect()) {
            assertThat(pragma(connection, "synchronous")).isEqualTo("2");
            assertThat(pragma(connection, "journal_mode")).isEqualTo("wal");
        }
    }

    private static String pragma(Connection connection, String name) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("PRAGMA " + name)) {
            return found.getString(1);
        }
    }

    @Test
    void isRefusedToASecondServerOfThisProcess() {
        Store first = open();
        try (first) {
            assertThatExceptionOfType(StoreException.class)
                    .isThrownBy(this::open)
                    .withMessageStartingWith(
                            "the database '" + file + "' is in use by another server (in this process)");
        }
        open().close();
    }

    @Test
    void isRefusedToASecondProcessUntilTheFirstIsGone() {
        try (ChildJvm child = ChildJvm.start(HoldingServer.class, file)) {
            child.line();
            assertThatExceptionOfType(StoreException.class)
                    .isThrownBy(this::open)
                    .withMessageContaining("is in use by another server (process " + child.pid() + " since ")
                    .matches(StoreException::isTransient);
        }
        open().close();
    }

    /** A server that has the file. */
    static final class HoldingServer {
        private HoldingServer() {}

        public static void main(String[] arguments) throws IOException {
            try (Store store =
                    SqlStore.open(new FilePlace(Path.of(arguments[0])), Timekeeper.system(), problem -> {})) {
                ChildJvm.sayAndStay("holds it with " + store.accounts().count() + " accounts");
            }
        }
    }

    @Test
    void isRefusedIfItIsNoDatabase() throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "a letter to my aunt\n".repeat(100));

        assertThatExceptionOfType(UnusableStoreException.class)
                .isThrownBy(this::open)
                .withMessage(
                        "the database '" + file + "' is no SQLite database; put it aside, or a backup in its place");
        assertThat(file).hasContent("a letter to my aunt\n".repeat(100));
    }

    @Test
    void isRefusedIfItIsAnotherProgramsDatabase() throws SQLException, IOException {
        execute("CREATE TABLE aunts (name TEXT)");

        assertThatExceptionOfType(UnusableStoreException.class)
                .isThrownBy(this::open)
                .withMessage(
                        "the database '" + file + "' is of another program; expected one of this server, or no file");
    }

    @Test
    void isRefusedIfItsSchemaIsNewer() throws SQLException, IOException {
        open().close();
        execute("UPDATE vpsdns_schema SET version = 99");

        assertThatExceptionOfType(UnusableStoreException.class)
                .isThrownBy(this::open)
                .withMessage("the database has schema version 99, and this program knows 1 at most;"
                        + " use the newer program, or its backup from before");
    }

    private void execute(String sql) throws SQLException, IOException {
        Files.createDirectories(file.getParent());
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void isRefusedIfItIsBroken() throws IOException {
        open().close();
        byte[] bytes = Files.readAllBytes(file);
        Arrays.fill(bytes, 4096, bytes.length, (byte) 0xA5);
        Files.write(file, bytes);

        assertThatExceptionOfType(UnusableStoreException.class)
                .isThrownBy(this::open)
                .withMessageStartingWith("the database '" + file + "' is broken");
    }

    @Test
    void isRefusedIfItsDirectoryCannotBeMade() throws IOException {
        Files.writeString(directory.resolve("state"), "no directory");

        assertThatExceptionOfType(UnusableStoreException.class)
                .isThrownBy(this::open)
                .withMessageStartingWith("the database '" + file + "' cannot be used: ");
    }

    @Test
    void isRefusedIfItIsADirectory() throws IOException {
        Files.createDirectories(file);

        assertThatExceptionOfType(UnusableStoreException.class)
                .isThrownBy(this::open)
                .withMessage("the database '" + file + "' cannot be used: it is no regular file");
    }

    @Test
    void neitherHeedsNorLosesAnInterrupt() {
        Thread.currentThread().interrupt();
        try (Store store = open()) {
            assertThat(store.accounts().count()).isZero();
        }
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void canBeCopiedWhileTheServerRuns() throws SQLException {
        Path copy = directory.resolve("copy.db");
        try (Store store = open();
                Connection other = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = other.createStatement()) {
            store.failures().add("fritzbox", Instant.EPOCH, Duration.ofHours(1));
            statement.execute("VACUUM INTO '" + copy + "'");
        }
        file = copy;
        try (Store store = open()) {
            assertThat(store.failures().since(Instant.EPOCH)).hasSize(1);
        }
    }

    @Test
    void isFreeForOtherProgramsBetweenTwoCalls() throws SQLException, IOException {
        try (Store store = open()) {
            store.accounts().count();
            execute("DELETE FROM vpsdns_failure");
            assertThat(store.failures().since(Instant.EPOCH)).isEmpty();
        }
    }

    @Test
    void saysWhenItIsClosed() {
        Store store = open();
        store.close();

        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> store.accounts().count())
                .withMessage("the database is closed");
    }
}
