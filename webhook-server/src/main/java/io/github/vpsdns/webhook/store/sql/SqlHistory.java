// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.store.sql;

import io.github.vpsdns.webhook.store.HistoryBook;
import io.github.vpsdns.webhook.store.HostKey;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The history. Thread-safe. */
final class SqlHistory implements HistoryBook {
    private static final String ADD = """
            INSERT INTO vpsdns_change (host, family, changed_at, addresses, user_name, client)
            VALUES (?, ?, ?, ?, ?, ?)""";
    private static final String LAST = """
            SELECT * FROM vpsdns_change WHERE host = ? AND family = ? ORDER BY number DESC LIMIT ?""";
    private static final String PRUNE = """
            DELETE FROM vpsdns_change WHERE number IN (SELECT number FROM
                (SELECT number, row_number() OVER (PARTITION BY host, family ORDER BY number DESC) AS place
                    FROM vpsdns_change) AS placed
                WHERE place > ?)""";

    private final Database database;

    SqlHistory(Database database) {
        this.database = database;
    }

    /** Adds a change within the transaction that makes it. */
    static void add(Connection connection, Change change) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(ADD)) {
            Values.of(statement)
                    .add(change.key())
                    .add(Cells.time(change.at()))
                    .add(Cells.addresses(change.addresses()))
                    .add(Cells.text(change.user()))
                    .add(Cells.text(change.client()));
            statement.executeUpdate();
        }
    }

    @Override
    public List<Change> last(HostKey key, int most) {
        return database.read(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(LAST)) {
                Values.of(statement).add(key).add(most);
                try (ResultSet found = statement.executeQuery()) {
                    return changes(found);
                }
            }
        });
    }

    private static List<Change> changes(ResultSet found) throws SQLException {
        List<Change> changes = new ArrayList<>();
        while (found.next()) {
            changes.add(new Change(
                    HostRows.key(found),
                    Cells.time(found.getString("changed_at")),
                    Cells.addresses(found.getString("addresses")),
                    found.getString("user_name"),
                    found.getString("client")));
        }
        return List.copyOf(changes);
    }

    @Override
    public void prune(int keep) {
        database.change(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(PRUNE)) {
                Values.of(statement).add(keep);
                statement.executeUpdate();
            }
        });
    }
}
