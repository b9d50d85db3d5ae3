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
 * One connection and the transactions on it, one after the other. A connection that was lost is made anew: at once if that is noticed at
 * once and before the commit, so that nobody else notices; else for the next one. While there is none, one call a second tries, and the others fail at
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
    private boolean unwritable;
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

    /** Does what writes and has no result. */
    void change(Change change) {
        write(connection -> {
            change.in(connection);
            return true;
        });
    }

    /** Does what writes. */
    <T> T write(Work<T> work) {
        return transaction(work, true);
    }

    /** Does what only reads; that it works does not mean that the database is well, if it could not be written before. */
    <T> T read(Work<T> work) {
        return transaction(work, false);
    }

    private <T> T transaction(Work<T> work, boolean writes) {
        lock.lock();
        try {
            if (closed) {
                throw new StoreException("the database is closed", null);
            }
            failWhileResting();
            T result = run(work);
            if (writes || !unwritable) {
                report(null);
            }
            return result;
        } catch (SQLException e) {
            throw failed(e, writes);
        } finally {
            lock.unlock();
        }
    }

    private void failWhileResting() {
        if (connection == null && problem != null && !hasPassed(failedAt)) {
            throw new StoreException(problem, null);
        }
    }

    private <T> T run(Work<T> work) throws SQLException {
        boolean fresh = connection == null;
        long begun = time.nanoTime();
        Connection usable = connect();
        boolean committing = false;
        boolean done = false;
        try {
            engine.begin(usable);
            T result = work.in(usable);
            committing = true;
            engine.commit(usable);
            done = true;
            return result;
        } catch (SQLException e) {
            if (engine.needsNewConnection(e)) {
                disconnect();
            }
            if (fresh || committing || connection != null || hasPassed(begun)) {
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

    private boolean hasPassed(long since) {
        return time.nanoTime() - since >= PAUSE.toNanos();
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
                engine.rollback(connection);
            }
        } catch (SQLException e) {
            LOG.debug("could not roll back", e);
            disconnect();
        }
    }

    private StoreException failed(SQLException failure, boolean writing) {
        String sentence = engine.describe(failure);
        if (!engine.isOfTheData(failure)) {
            failedAt = time.nanoTime();
            unwritable |= writing;
            report(sentence);
        }
        return new StoreException(sentence, failure);
    }

    private void report(@Nullable String now) {
        boolean news = (problem == null) != (now == null);
        problem = now;
        unwritable &= now != null;
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
