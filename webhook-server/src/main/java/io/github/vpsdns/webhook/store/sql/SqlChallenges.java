// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.store.sql;

import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.webhook.store.ChallengeBook;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The values of challenges. Thread-safe. */
final class SqlChallenges implements ChallengeBook {
    private static final String PUT = """
            INSERT INTO vpsdns_challenge (name, content, owner_name, expires) VALUES (?, ?, ?, ?)
            ON CONFLICT (name, content, owner_name) DO UPDATE SET expires = excluded.expires""";
    private static final String OF = "SELECT * FROM vpsdns_challenge WHERE name = ? AND owner_name = ? ORDER BY number";
    private static final String ALL = "SELECT * FROM vpsdns_challenge ORDER BY number";
    private static final String REMOVE =
            "DELETE FROM vpsdns_challenge WHERE name = ? AND content = ? AND owner_name = ?";

    private final Database database;

    SqlChallenges(Database database) {
        this.database = database;
    }

    @Override
    public void put(Value value) {
        database.change(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(PUT)) {
                key(statement, value).add(Cells.time(value.expires()));
                statement.executeUpdate();
            }
        });
    }

    @Override
    public List<Value> of(DomainName name, String owner) {
        return database.read(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(OF)) {
                Values.of(statement).add(name.toString()).add(Cells.text(owner));
                return read(statement);
            }
        });
    }

    @Override
    public List<Value> all() {
        return database.read(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(ALL)) {
                return read(statement);
            }
        });
    }

    private static List<Value> read(PreparedStatement statement) throws SQLException {
        try (ResultSet found = statement.executeQuery()) {
            List<Value> values = new ArrayList<>();
            while (found.next()) {
                values.add(new Value(
                        DomainName.of(found.getString("name")),
                        found.getString("content"),
                        found.getString("owner_name"),
                        Cells.time(found.getString("expires"))));
            }
            return List.copyOf(values);
        }
    }

    @Override
    public void remove(Value value) {
        database.change(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(REMOVE)) {
                key(statement, value);
                statement.executeUpdate();
            }
        });
    }

    private static Values key(PreparedStatement statement, Value value) throws SQLException {
        return Values.of(statement)
                .add(value.name().toString())
                .add(Cells.text(value.value()))
                .add(Cells.text(value.owner()));
    }
}
