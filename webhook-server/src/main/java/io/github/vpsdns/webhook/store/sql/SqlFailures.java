// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.store.sql;

import io.github.vpsdns.webhook.store.FailureBook;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The wrong passwords. Thread-safe. */
final class SqlFailures implements FailureBook {
    private static final String SINCE = "SELECT * FROM vpsdns_failure WHERE first_at >= ? ORDER BY first_at, subject";
    private static final String ADD = """
            INSERT INTO vpsdns_failure AS had (subject, first_at, failures) VALUES (?, ?, 1)
            ON CONFLICT (subject) DO UPDATE SET
                first_at = CASE WHEN had.first_at < ? THEN excluded.first_at ELSE had.first_at END,
                failures = CASE WHEN had.first_at < ? THEN 1 ELSE had.failures + 1 END
            RETURNING subject, first_at, failures""";
    private static final String CLEAR = "DELETE FROM vpsdns_failure WHERE subject = ?";
    private static final String PRUNE = "DELETE FROM vpsdns_failure WHERE first_at < ?";

    private final Database database;

    SqlFailures(Database database) {
        this.database = database;
    }

    @Override
    public List<Failures> since(Instant since) {
        return database.read(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(SINCE)) {
                Values.of(statement).add(Cells.time(since));
                return read(statement);
            }
        });
    }

    @Override
    public Failures add(String subject, Instant now, Duration window) {
        String earliest = Cells.time(now.minus(window));
        return database.write(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(ADD)) {
                Values.of(statement)
                        .add(Cells.text(subject))
                        .add(Cells.time(now))
                        .add(earliest)
                        .add(earliest);
                return read(statement).get(0);
            }
        });
    }

    private static List<Failures> read(PreparedStatement statement) throws SQLException {
        try (ResultSet found = statement.executeQuery()) {
            List<Failures> failures = new ArrayList<>();
            while (found.next()) {
                failures.add(new Failures(
                        found.getString("subject"), Cells.time(found.getString("first_at")), found.getInt("failures")));
            }
            return List.copyOf(failures);
        }
    }

    @Override
    public void clear(String subject) {
        delete(CLEAR, Cells.text(subject));
    }

    @Override
    public void prune(Instant before) {
        delete(PRUNE, Cells.time(before));
    }

    private void delete(String sql, String value) {
        database.change(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                Values.of(statement).add(value);
                statement.executeUpdate();
            }
        });
    }
}
