// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.store.sql;

import io.github.vpsdns.webhook.store.AccountBook;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** The acme-dns accounts. Thread-safe. */
final class SqlAccounts implements AccountBook {
    private static final String ADD = """
            INSERT INTO vpsdns_account (username, password_digest, subdomain, allow_from, registered_by, registered_at)
            VALUES (?, ?, ?, ?, ?, ?)""";
    private static final String FIND = "SELECT * FROM vpsdns_account WHERE username = ?";
    private static final String COUNT = "SELECT count(*) FROM vpsdns_account";

    private final Database database;

    SqlAccounts(Database database) {
        this.database = database;
    }

    @Override
    public void add(Account account) {
        database.change(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(ADD)) {
                Values.of(statement)
                        .add(Cells.text(account.username()))
                        .add(Cells.text(account.passwordDigest()))
                        .add(Cells.text(account.subdomain()))
                        .add(Cells.networks(account.allowFrom()))
                        .add(Cells.text(account.registeredBy()))
                        .add(Cells.time(account.registeredAt()));
                statement.executeUpdate();
            }
        });
    }

    @Override
    public Optional<Account> find(String username) {
        return database.read(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(FIND)) {
                Values.of(statement).add(Cells.text(username));
                try (ResultSet found = statement.executeQuery()) {
                    return found.next() ? Optional.of(account(found)) : Optional.empty();
                }
            }
        });
    }

    private static Account account(ResultSet row) throws SQLException {
        return new Account(
                row.getString("username"),
                row.getString("password_digest"),
                row.getString("subdomain"),
                Cells.networks(row.getString("allow_from")),
                row.getString("registered_by"),
                Cells.time(row.getString("registered_at")));
    }

    @Override
    public int count() {
        return database.read(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(COUNT);
                    ResultSet found = statement.executeQuery()) {
                return found.next() ? found.getInt(1) : 0;
            }
        });
    }
}
