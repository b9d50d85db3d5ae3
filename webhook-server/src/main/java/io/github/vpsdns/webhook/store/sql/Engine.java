// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.store.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;

/** What differs between the databases. Not thread-safe: {@link Database} calls it from one thread at a time. */
sealed interface Engine extends AutoCloseable permits SqliteEngine, PostgresEngine {
    /** Opens a connection. */
    Connection connect() throws SQLException;

    /** Begins a transaction. */
    void begin(Connection connection) throws SQLException;

    /** Ends the transaction; it is on disk when this returns. */
    void commit(Connection connection) throws SQLException;

    /** Undoes the transaction, if there is one. */
    void rollback(Connection connection) throws SQLException;

    /** Whether others may write to the same tables. */
    boolean isShared();

    /** What a column's type is that numbers rows in the order in which they come. */
    String numbering();

    /** What makes a SELECT keep others away from its rows until the transaction ends; empty if they are away anyway. */
    String forUpdate();

    /** Keeps others from changing the schema, and from reading it, until the transaction ends. */
    void lockSchema(Connection connection) throws SQLException;

    /** The clock by which claims end: one for all who write to the same tables. */
    Instant now(Connection connection) throws SQLException;

    /** Whether the connection is of no more use after a failure. */
    boolean needsNewConnection(SQLException failure);

    /** Whether only the data is refused, because there is a row with that key; the database itself is well. */
    boolean isOfTheData(SQLException failure);

    /** Says in one sentence, without secrets, what cannot be had and why. */
    String describe(SQLException failure);

    @Override
    void close();
}
