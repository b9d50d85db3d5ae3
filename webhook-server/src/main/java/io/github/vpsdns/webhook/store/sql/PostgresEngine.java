// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.store.sql;

import io.github.vpsdns.webhook.store.StorePlace.ServerPlace;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Properties;

/**
 * PostgreSQL, which several servers may share. Nothing waits longer than {@value #ANSWER_SECONDS} seconds for it, and nothing that this server
 * has locked stays so for much longer if it hangs.
 */
final class PostgresEngine implements Engine {
    private static final int CONNECT_SECONDS = 3;
    private static final int ANSWER_SECONDS = 5;

    /** Any number will do as long as nobody else takes it in the same database. */
    private static final long SCHEMA_LOCK = 0x7670_7364_6e73L;

    private static final List<String> SETTINGS = List.of(
            "SET synchronous_commit = on",
            "SET statement_timeout = 4000",
            "SET lock_timeout = 3000",
            "SET idle_in_transaction_session_timeout = 15000");

    private final ServerPlace place;

    PostgresEngine(ServerPlace place) {
        this.place = place;
    }

    @Override
    public Connection connect() throws SQLException {
        Connection connection = DriverManager.getConnection(place.jdbcUrl(), properties());
        boolean usable = false;
        try (Statement statement = connection.createStatement()) {
            for (String setting : SETTINGS) {
                statement.execute(setting);
            }
            connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
            connection.setAutoCommit(false);
            usable = true;
            return connection;
        } finally {
            if (!usable) {
                connection.close();
            }
        }
    }

    @Override
    public void begin(Connection connection) {
        // The driver does with the first statement.
    }

    @Override
    public void commit(Connection connection) throws SQLException {
        connection.commit();
    }

    @Override
    public void rollback(Connection connection) throws SQLException {
        connection.rollback();
    }

    private Properties properties() {
        Properties properties = new Properties();
        if (place.user() != null) {
            properties.setProperty("user", place.user());
        }
        if (place.passwordFile() != null) {
            properties.setProperty("password", PasswordFile.read(place.passwordFile()));
        }
        properties.setProperty("ApplicationName", "vpsdns");
        properties.setProperty("connectTimeout", Integer.toString(CONNECT_SECONDS));
        properties.setProperty("loginTimeout", Integer.toString(ANSWER_SECONDS));
        properties.setProperty("socketTimeout", Integer.toString(ANSWER_SECONDS));
        properties.setProperty("tcpKeepAlive", "true");
        // The detail of an error quotes the row.
        properties.setProperty("logServerErrorDetail", "false");
        return properties;
    }

    @Override
    public boolean isShared() {
        return true;
    }

    @Override
    public String numbering() {
        return "BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY";
    }

    @Override
    public String forUpdate() {
        return " FOR UPDATE";
    }

    @Override
    public void lockSchema(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SELECT pg_advisory_xact_lock(" + SCHEMA_LOCK + ")");
        }
    }

    @Override
    public Instant now(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("SELECT clock_timestamp()")) {
            found.next();
            return found.getObject(1, OffsetDateTime.class).toInstant();
        }
    }

    /** The connection broke, the server stops or starts, or it has become one that only reads. */
    @Override
    public boolean needsNewConnection(SQLException failure) {
        String state = String.valueOf(failure.getSQLState());
        return state.startsWith("08") || state.startsWith("57P") || state.equals("25006") || state.equals("25P03");
    }

    @Override
    public boolean isOfTheData(SQLException failure) {
        return String.valueOf(failure.getSQLState()).startsWith("23");
    }

    /** The server's first line only: the next ones may quote rows. */
    @Override
    public String describe(SQLException failure) {
        String reason = String.valueOf(failure.getMessage()).lines().findFirst().orElse("no reason given");
        return "the database at '" + place + "' cannot be used: " + reason;
    }

    @Override
    public void close() {
        // Nothing but the connection is held.
    }
}
