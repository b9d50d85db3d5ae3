// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.store.sql;

import io.github.vpsdns.core.address.Family;
import io.github.vpsdns.core.time.Timekeeper;
import io.github.vpsdns.webhook.store.HistoryBook;
import io.github.vpsdns.webhook.store.HostBook;
import io.github.vpsdns.webhook.store.HostEntry;
import io.github.vpsdns.webhook.store.HostKey;
import io.github.vpsdns.webhook.store.HostRow;
import io.github.vpsdns.webhook.store.KnownSet;
import io.github.vpsdns.webhook.store.Wish;
import java.net.InetAddress;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The hosts, as one server sees them. Thread-safe. */
final class SqlHosts implements HostBook {
    private final Database database;
    private final Timekeeper time;
    private final String server;

    /**
     * Creates the book.
     *
     * @param server a name that no other server has
     */
    SqlHosts(Database database, Timekeeper time, String server) {
        this.database = database;
        this.time = time;
        this.server = server;
    }

    @Override
    public boolean isShared() {
        return database.engine().isShared();
    }

    @Override
    public List<HostRow> rows() {
        return database.read(HostRows::all).stream().map(HostEntry::row).toList();
    }

    @Override
    public Optional<HostRow> row(HostKey key) {
        return database.read(connection -> Optional.ofNullable(HostRows.find(connection, key, "")))
                .map(HostEntry::row);
    }

    @Override
    public Wish accept(HostKey key, List<InetAddress> addresses, String user, InetAddress client) {
        String from = Family.text(client);
        return database.write(connection -> {
            Instant now = time.now();
            HostEntry entry = change(connection, key, had -> had.accept(addresses, Cells.text(user), from, now));
            return Objects.requireNonNull(entry.open());
        });
    }

    /** Who is alone has every set already; to note that would cost a sync. */
    @Override
    public Optional<HostRow> claim(HostKey key, Duration lease) {
        if (!isShared()) {
            return Optional.of(row(key).orElseGet(HostEntry.unheard(key)::row));
        }
        return database.write(connection -> {
            Instant now = database.engine().now(connection);
            Instant until = now.plus(lease);
            HostEntry entry =
                    change(connection, key, had -> had.claim(server, now, until).orElse(had));
            boolean ours = new HostEntry.Claim(server, until).equals(entry.claim());
            return ours ? Optional.of(entry.row()) : Optional.empty();
        });
    }

    @Override
    public void finished(HostKey key, Wish wish, @Nullable List<InetAddress> before, KnownSet known) {
        database.change(connection -> {
            change(connection, key, had -> had.finished(server, wish, known));
            Optional<HistoryBook.Change> change = HostEntry.change(key, wish, before, time.now());
            if (change.isPresent()) {
                SqlHistory.add(connection, change.get());
            }
        });
    }

    @Override
    public void release(HostKey key) {
        database.change(connection -> change(connection, key, had -> had.release(server)));
    }

    @Override
    public void giveUp(HostKey key, Wish wish) {
        database.change(connection -> change(connection, key, had -> had.giveUp(server, wish)));
    }

    @Override
    public void seen(HostKey key, @Nullable KnownSet known) {
        database.change(connection -> change(connection, key, had -> had.seen(known)));
    }

    /** Gives everything back that this server has claimed. */
    void releaseAll() {
        if (!isShared()) {
            return;
        }
        database.change(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(
                    "UPDATE vpsdns_host SET claim_server = NULL, claim_until = NULL WHERE claim_server = ?")) {
                Values.of(statement).add(server);
                statement.executeUpdate();
            }
        });
    }

    private HostEntry change(Connection connection, HostKey key, UnaryOperator<HostEntry> how) throws SQLException {
        HostEntry had = HostRows.find(connection, key, database.engine().forUpdate());
        HostEntry changed = how.apply(had == null ? HostEntry.unheard(key) : had);
        if (had == null ? changed.equals(HostEntry.unheard(key)) : changed.equals(had)) {
            return changed;
        }
        if (had != null) {
            HostRows.update(connection, changed);
            return changed;
        }
        // Another server may have been faster, and then its row is the one to change.
        return HostRows.insert(connection, changed) ? changed : change(connection, key, how);
    }
}
