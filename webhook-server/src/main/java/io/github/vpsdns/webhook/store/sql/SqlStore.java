// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.store.sql;

import io.github.vpsdns.core.file.Disk;
import io.github.vpsdns.core.time.Timekeeper;
import io.github.vpsdns.webhook.store.AccountBook;
import io.github.vpsdns.webhook.store.ChallengeBook;
import io.github.vpsdns.webhook.store.FailureBook;
import io.github.vpsdns.webhook.store.HistoryBook;
import io.github.vpsdns.webhook.store.HostBook;
import io.github.vpsdns.webhook.store.Store;
import io.github.vpsdns.webhook.store.StoreException;
import io.github.vpsdns.webhook.store.StorePlace;
import io.github.vpsdns.webhook.store.StorePlace.FilePlace;
import io.github.vpsdns.webhook.store.StorePlace.ServerPlace;
import io.github.vpsdns.webhook.store.UnusableStoreException;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The books in SQLite or PostgreSQL.
 *
 * <ul>
 *   <li>What a method has returned from is on disk, and survives a crash and a power cut. A method that throws has changed nothing, with
 *       one exception: if the connection to PostgreSQL breaks just at a commit, nobody knows; each method may be called again.
 *   <li>An SQLite file is for one process, which {@code NAME.lock} beside it sees to, and for its owner: mode 0600, in a directory that is made with
 *       mode 0700. A copy can be made while the server runs ({@code sqlite3 NAME '.backup COPY'}), by the same user.
 *   <li>SQLite is unpacked into {@code NAME.sqlite/} while it is loaded, so that the directory is the only place to be written and executed from; set
 *       {@code org.sqlite.tmpdir} to have it elsewhere.
 *   <li>A PostgreSQL database needs nothing but a user who may create tables in its schema; all tables begin with {@code vpsdns_}.
 * </ul>
 *
 * <p>Thread-safe: one call after the other. An interrupt neither stops a call nor is lost.
 */
public final class SqlStore implements Store {
    private static final Logger LOG = LoggerFactory.getLogger(SqlStore.class);

    private final Database database;
    private final SqlHosts hosts;
    private final SqlHistory history;
    private final SqlFailures failures;
    private final SqlChallenges challenges;
    private final SqlAccounts accounts;

    private SqlStore(Database database, Timekeeper time) {
        this.database = database;
        hosts = new SqlHosts(database, time, UUID.randomUUID().toString());
        history = new SqlHistory(database);
        failures = new SqlFailures(database);
        challenges = new SqlChallenges(database);
        accounts = new SqlAccounts(database);
    }

    /**
     * Opens a database and brings its tables to the newest version.
     *
     * @param place where it is
     * @param time when things happen; the leases of PostgreSQL go by the database's own clock
     * @param health told of a problem in one sentence when there is one, and {@code null} when the database is well again; called within
     *     the call that found out, so it must not use the store
     * @return the store, to be closed
     * @throws StoreException if it cannot be had now: another process has the file, or the server does not answer
     * @throws UnusableStoreException if it cannot be had until somebody does something
     */
    public static SqlStore open(StorePlace place, Timekeeper time, Consumer<@Nullable String> health) {
        Engine engine = engine(place, time);
        AtomicBoolean opened = new AtomicBoolean();
        Database database = new Database(engine, time, problem -> {
            if (opened.get()) {
                health.accept(problem);
            }
        });
        try {
            database.change(connection -> Schema.CURRENT.bring(connection, engine));
            SqlStore store = new SqlStore(database, time);
            opened.set(true);
            return store;
        } finally {
            if (!opened.get()) {
                database.close();
            }
        }
    }

    private static Engine engine(StorePlace place, Timekeeper time) {
        if (place instanceof ServerPlace server) {
            return new PostgresEngine(server);
        }
        SqliteFile file = SqliteFile.take(((FilePlace) place).path(), Disk.local(), time);
        boolean usable = false;
        try {
            SqliteLibrary.load(file.path());
            usable = true;
            return new SqliteEngine(file, time);
        } finally {
            if (!usable) {
                file.close();
            }
        }
    }

    @Override
    public HostBook hosts() {
        return hosts;
    }

    @Override
    public HistoryBook history() {
        return history;
    }

    @Override
    public FailureBook failures() {
        return failures;
    }

    @Override
    public ChallengeBook challenges() {
        return challenges;
    }

    @Override
    public AccountBook accounts() {
        return accounts;
    }

    /** Gives back what this server has claimed, if the database can be had, and then the database; a second time does nothing. */
    @Override
    public void close() {
        try {
            hosts.releaseAll();
        } catch (StoreException e) {
            LOG.debug("claims stay until they end: {}", e.getMessage());
        } finally {
            database.close();
        }
    }
}
