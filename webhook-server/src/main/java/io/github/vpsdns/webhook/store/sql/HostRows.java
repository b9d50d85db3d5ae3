// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.store.sql;

import io.github.vpsdns.core.address.Family;
import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.webhook.store.HostEntry;
import io.github.vpsdns.webhook.store.HostEntry.Claim;
import io.github.vpsdns.webhook.store.HostKey;
import io.github.vpsdns.webhook.store.KnownSet;
import io.github.vpsdns.webhook.store.Wish;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The rows of {@code vpsdns_host}, read and written whole. Stateless. */
final class HostRows {
    private static final String ALL = "SELECT * FROM vpsdns_host ORDER BY host, family";
    private static final String ONE = "SELECT * FROM vpsdns_host WHERE host = ? AND family = ?";
    private static final String INSERT = """
            INSERT INTO vpsdns_host (sequence,
                open_sequence, open_addresses, open_user, open_client, open_at,
                done_sequence, done_addresses, done_user, done_client, done_at,
                known_records, known_at, claim_server, claim_until, host, family)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING""";
    private static final String UPDATE = """
            UPDATE vpsdns_host SET sequence = ?,
                open_sequence = ?, open_addresses = ?, open_user = ?, open_client = ?, open_at = ?,
                done_sequence = ?, done_addresses = ?, done_user = ?, done_client = ?, done_at = ?,
                known_records = ?, known_at = ?, claim_server = ?, claim_until = ?
            WHERE host = ? AND family = ?""";

    private HostRows() {}

    static List<HostEntry> all(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(ALL);
                ResultSet found = statement.executeQuery()) {
            List<HostEntry> entries = new ArrayList<>();
            while (found.next()) {
                entries.add(entry(found));
            }
            return List.copyOf(entries);
        }
    }

    /**
     * Reads a row.
     *
     * @param suffix {@link Engine#forUpdate} or nothing
     */
    static @Nullable HostEntry find(Connection connection, HostKey key, String suffix) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(ONE + suffix)) {
            Values.of(statement).add(key);
            try (ResultSet found = statement.executeQuery()) {
                return found.next() ? entry(found) : null;
            }
        }
    }

    /** Returns whether the row is written; an insert does not if there is one by now. */
    static boolean insert(Connection connection, HostEntry entry) throws SQLException {
        return write(connection, INSERT, entry);
    }

    static void update(Connection connection, HostEntry entry) throws SQLException {
        write(connection, UPDATE, entry);
    }

    private static boolean write(Connection connection, String sql, HostEntry entry) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            Values values = Values.of(statement).add(entry.sequence());
            wish(values, entry.open());
            wish(values, entry.done());
            KnownSet known = entry.known();
            values.add(known == null ? null : Cells.records(known.records()));
            values.add(known == null ? null : Cells.time(known.checkedAt()));
            Claim claim = entry.claim();
            values.add(claim == null ? null : claim.server());
            values.add(claim == null ? null : Cells.time(claim.until()));
            values.add(entry.key());
            return statement.executeUpdate() == 1;
        }
    }

    private static void wish(Values values, @Nullable Wish wish) throws SQLException {
        values.add(wish == null ? null : wish.sequence());
        values.add(wish == null ? null : Cells.addresses(wish.addresses()));
        values.add(wish == null ? null : Cells.text(wish.user()));
        values.add(wish == null ? null : Cells.text(wish.client()));
        values.add(wish == null ? null : Cells.time(wish.acceptedAt()));
    }

    private static HostEntry entry(ResultSet row) throws SQLException {
        String known = row.getString("known_at");
        String server = row.getString("claim_server");
        return new HostEntry(
                key(row),
                row.getLong("sequence"),
                wish(row, "open"),
                wish(row, "done"),
                known == null ? null : new KnownSet(Cells.records(row.getString("known_records")), Cells.time(known)),
                server == null ? null : new Claim(server, Cells.time(row.getString("claim_until"))));
    }

    static HostKey key(ResultSet row) throws SQLException {
        return new HostKey(
                DomainName.of(row.getString("host")),
                Family.valueOf(row.getString("family").toUpperCase(Locale.ROOT)));
    }

    private static @Nullable Wish wish(ResultSet row, String prefix) throws SQLException {
        long sequence = row.getLong(prefix + "_sequence");
        return row.wasNull()
                ? null
                : new Wish(
                        sequence,
                        Cells.addresses(row.getString(prefix + "_addresses")),
                        row.getString(prefix + "_user"),
                        row.getString(prefix + "_client"),
                        Cells.time(row.getString(prefix + "_at")));
    }
}
