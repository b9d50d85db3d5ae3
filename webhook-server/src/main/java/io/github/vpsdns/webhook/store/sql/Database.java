// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.store.sql;

import io.github.vpsdns.core.time.Timekeeper;
import io.github.vpsdns.webhook.store.StoreException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection and the transactions on it, one after the other. A connection that was lost is made anew: at once if the transaction has
 * not come to its commit, so that nobody notices; else for the next one. While there is none, one call a second tries, and the others fail at
 * once instead of queueing up for their timeouts.
 *
 * <p>Thread-safe. An interrupt neither stops a call nor is lost.
 */
final class Database implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Database.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    /** What is done within a transaction; it may be done twice. */
    @FunctionalInterface
    interface Work<T> {
        T in(Connection connection) throws SQLException;
    }

    /** Work without a result. */
    @FunctionalInterface
    interface Change {
        void in(Connection connection) throws SQLException;
    }

    private final ReentrantLock lock = new ReentrantLock();
    private final Engine engine;
    private final Timekeeper time;
    private final Consumer<@Nullable String> health;

    // Guarded by the lock.
    private @Nullable Connection connection;
    private @Nullable String problem;
    private long failedAt;
    private boolean closed;

    Database(Engine engine, Timekeeper time, Consumer<@Nullable String> health) {
        this.engine = engine;
        this.time = time;
        this.health = health;
    }

    Engine engine() {
        return engine;
    }

    void change(Change change) {
        transaction(connection -> {
            change.in(connection);
            return true;
        });
    }

    <T> T transaction(Work<T> work) {
        lock.lock();
        try {
            if (closed) {
                throw new StoreException("the database is closed", null);
            }
            failWhileResting();
            T result = run(work);
            report(null);
            return result;
        } catch (SQLException e) {
            throw failed(e);
        } finally {
            lock.unlock();
        }
    }

    private void failWhileResting() {
        if (connection == null && problem != null && time.nanoTime() - failedAt < PAUSE.toNanos()) {
            throw new StoreException(problem, null);
        }
    }

    private <T> T run(Work<T> work) throws SQLException {
        boolean fresh = connection == null;
        Connection usable = connect();
        boolean committing = false;
        boolean done = false;
        try {
            T result = work.in(usable);
            committing = true;
            usable.commit();
            done = true;
            return result;
        } catch (SQLException e) {
            if (engine.needsNewConnection(e)) {
                disconnect();
            }
            if (fresh || committing || connection != null) {
                throw e;
            }
            LOG.debug("the connection was lost; trying a new one", e);
        } finally {
            if (!done) {
                undo();
            }
        }
        return run(work);
    }

    private Connection connect() throws SQLException {
        Connection usable = connection;
        if (usable == null) {
            usable = engine.connect();
            connection = usable;
        }
        return usable;
    }

    private void undo() {
        try {
            if (connection != null) {
                connection.rollback();
            }
        } catch (SQLException e) {
            LOG.debug("could not roll back", e);
            disconnect();
        }
    }

    private StoreException failed(SQLException failure) {
        String sentence = engine.describe(failure);
        if (!engine.isOfTheData(failure)) {
            failedAt = time.nanoTime();
            report(sentence);
        }
        return new StoreException(sentence, failure);
    }

    private void report(@Nullable String now) {
        boolean news = (problem == null) != (now == null);
        problem = now;
        if (news) {
            health.accept(now);
        }
    }

    private void disconnect() {
        try {
            if (connection != null) {
                connection.close();
            }
        } catch (SQLException e) {
            LOG.debug("could not close the connection", e);
        } finally {
            connection = null;
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            if (!closed) {
                closed = true;
                disconnect();
                engine.close();
            }
        } finally {
            lock.unlock();
        }
    }
}
