// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.store.sql;

import io.github.vpsdns.webhook.store.UnusableStoreException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * The tables and their versions. Whoever opens a database brings it to the newest version, all of it in one transaction; there is no way back.
 *
 * @param versions the statements that lead to version 1, to version 2 and so on; {@code NUMBERED} stands for {@link Engine#numbering}
 */
record Schema(List<List<String>> versions) {
    static final Schema CURRENT = new Schema(List.of(List.of(
            """
            CREATE TABLE vpsdns_host (
                host TEXT NOT NULL, family TEXT NOT NULL, sequence BIGINT NOT NULL,
                open_sequence BIGINT, open_addresses TEXT, open_user TEXT, open_client TEXT, open_at TEXT,
                done_sequence BIGINT, done_addresses TEXT, done_user TEXT, done_client TEXT, done_at TEXT,
                known_records TEXT, known_at TEXT,
                claim_server TEXT, claim_until TEXT,
                PRIMARY KEY (host, family))""", """
            CREATE TABLE vpsdns_change (
                number NUMBERED, host TEXT NOT NULL, family TEXT NOT NULL,
                changed_at TEXT NOT NULL, addresses TEXT NOT NULL, user_name TEXT NOT NULL, client TEXT NOT NULL)""", "CREATE INDEX vpsdns_change_of_host ON vpsdns_change (host, family, number)", """
            CREATE TABLE vpsdns_failure (
                subject TEXT NOT NULL PRIMARY KEY, first_at TEXT NOT NULL, failures INTEGER NOT NULL)""", """
            CREATE TABLE vpsdns_challenge (
                number NUMBERED, name TEXT NOT NULL, content TEXT NOT NULL, owner_name TEXT NOT NULL, expires TEXT NOT NULL,
                UNIQUE (name, content, owner_name))""", """
            CREATE TABLE vpsdns_account (
                username TEXT NOT NULL PRIMARY KEY, password_digest TEXT NOT NULL, subdomain TEXT NOT NULL,
                allow_from TEXT NOT NULL, registered_by TEXT NOT NULL, registered_at TEXT NOT NULL)""")));

    /**
     * Brings the tables to the newest version.
     *
     * @throws UnusableStoreException if they have one that is newer still
     */
    void bring(Connection connection, Engine engine) throws SQLException {
        engine.lockSchema(connection);
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE IF NOT EXISTS vpsdns_schema (version INTEGER NOT NULL)");
            int version = version(statement);
            if (version > versions.size()) {
                throw new UnusableStoreException(
                        "the database has schema version " + version + ", and this program knows " + versions.size()
                                + " at most; use the newer program, or its backup from before",
                        null);
            }
            for (String step : versions.subList(version, versions.size()).stream()
                    .flatMap(List::stream)
                    .toList()) {
                statement.execute(step.replace("NUMBERED", engine.numbering()));
            }
            if (version < versions.size()) {
                statement.execute("DELETE FROM vpsdns_schema");
                statement.execute("INSERT INTO vpsdns_schema (version) VALUES (" + versions.size() + ")");
            }
        }
    }

    private static int version(Statement statement) throws SQLException {
        try (ResultSet found = statement.executeQuery("SELECT version FROM vpsdns_schema")) {
            return found.next() ? found.getInt(1) : 0;
        }
    }
}
