// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.store.sql;

import io.github.vpsdns.core.time.Timekeeper;
import io.github.vpsdns.webhook.store.UnusableStoreException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import org.sqlite.SQLiteConfig;

/**
 * SQLite with a write-ahead log that is synced at each commit. Other programs may read the file meanwhile, to make a copy for example; one that
 * writes makes this one wait.
 */
final class SqliteEngine implements Engine {
    private static final int BUSY = 5;
    private static final int IO_ERROR = 10;
    private static final int CORRUPT = 11;
    private static final int FULL = 13;
    private static final int CANNOT_OPEN = 14;
    private static final int CONSTRAINT = 19;
    private static final int NOT_A_DATABASE = 26;
    private static final int WAIT_MILLIS = 5_000;

    private final SqliteFile file;
    private final Timekeeper time;

    SqliteEngine(SqliteFile file, Timekeeper time) {
        this.file = file;
        this.time = time;
    }

    @Override
    public Connection connect() throws SQLException {
        Connection connection = null;
        try {
            connection = config().createConnection("jdbc:sqlite:" + file.path());
            check(connection);
            Connection usable = connection;
            connection = null;
            return usable;
        } catch (SQLException e) {
            if (code(e) == NOT_A_DATABASE || code(e) == CORRUPT) {
                throw new UnusableStoreException(describe(e) + "; put it aside, or a backup in its place", e);
            }
            throw e;
        } finally {
            if (connection != null) {
                connection.close();
            }
        }
    }

    /** Not by the driver, which would begin the next one at each commit and so keep other programs from the file for ever. */
    @Override
    public void begin(Connection connection) throws SQLException {
        execute(connection, "BEGIN IMMEDIATE");
    }

    @Override
    public void commit(Connection connection) throws SQLException {
        execute(connection, "COMMIT");
    }

    /** After some failures, such as a full disk, SQLite has done so by itself. */
    @Override
    public void rollback(Connection connection) throws SQLException {
        try {
            execute(connection, "ROLLBACK");
        } catch (SQLException e) {
            if (!String.valueOf(e.getMessage()).contains("no transaction is active")) {
                throw e;
            }
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static SQLiteConfig config() {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setTempStore(SQLiteConfig.TempStore.MEMORY);
        config.setBusyTimeout(WAIT_MILLIS);
        return config;
    }

    private void check(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            String found = word(statement, "PRAGMA quick_check(1)");
            if (!found.equals("ok")) {
                throw new UnusableStoreException(
                        "the database '" + file.path() + "' is broken (" + found
                                + "); put it aside, or a backup in its place",
                        null);
            }
            boolean empty =
                    word(statement, "SELECT count(*) FROM sqlite_schema").equals("0");
            boolean ours = word(statement, "SELECT count(*) FROM sqlite_schema WHERE name = 'vpsdns_schema'")
                    .equals("1");
            if (!empty && !ours) {
                throw new UnusableStoreException(
                        "the database '" + file.path()
                                + "' is of another program; expected one of this server, or no file",
                        null);
            }
        }
    }

    private static String word(Statement statement, String query) throws SQLException {
        try (ResultSet found = statement.executeQuery(query)) {
            return found.next() ? found.getString(1) : "";
        }
    }

    /** One process has the file, see {@link SqliteFile}. */
    @Override
    public boolean isShared() {
        return false;
    }

    @Override
    public String numbering() {
        return "INTEGER PRIMARY KEY AUTOINCREMENT";
    }

    @Override
    public String forUpdate() {
        return "";
    }

    @Override
    public void lockSchema(Connection connection) {
        // Each transaction has the whole file for itself.
    }

    @Override
    public Instant now(Connection connection) {
        return time.now();
    }

    @Override
    public boolean needsNewConnection(SQLException failure) {
        return false;
    }

    @Override
    public boolean isOfTheData(SQLException failure) {
        return code(failure) == CONSTRAINT;
    }

    @Override
    public String describe(SQLException failure) {
        String what = "the database '" + file.path() + "' ";
        return switch (code(failure)) {
            case FULL -> what + "cannot be written: the disk is full";
            case IO_ERROR -> what + "cannot be read or written: the disk has an error, or is full";
            case CANNOT_OPEN -> what + "cannot be opened; its directory must be there and writable";
            case BUSY -> what + "is kept locked by another program for more than " + WAIT_MILLIS / 1_000 + " s";
            case CORRUPT -> what + "is broken";
            case NOT_A_DATABASE -> what + "is no SQLite database";
            default -> what + "cannot be used: " + failure.getMessage();
        };
    }

    /** Without what SQLite adds in the higher bits. */
    private static int code(SQLException failure) {
        return failure.getErrorCode() & 0xFF;
    }

    @Override
    public void close() {
        file.close();
    }
}
