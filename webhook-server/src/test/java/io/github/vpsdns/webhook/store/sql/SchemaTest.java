// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.store.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.vpsdns.core.file.Disk;
import io.github.vpsdns.core.time.Timekeeper;
import io.github.vpsdns.webhook.store.StoreException;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From one version to the next, with versions made up for it. */
class SchemaTest {
    private static final List<String> FIRST = List.of("CREATE TABLE t (name TEXT)", "INSERT INTO t VALUES ('kept')");
    private static final List<String> SECOND = List.of("ALTER TABLE t ADD COLUMN size INTEGER DEFAULT 7");
    private static final List<String> WRONG = List.of("UPDATE t SET name = 'lost'", "ALTER TABLE nobody ADD COLUMN x");

    @TempDir
    private Path directory;

    private Database database;

    @BeforeEach
    void open() {
        Engine engine = new SqliteEngine(
                SqliteFile.take(directory.resolve("webhook.db"), Disk.local(), Timekeeper.system()),
                Timekeeper.system());
        database = new Database(engine, Timekeeper.system(), problem -> {});
    }

    @AfterEach
    void close() {
        database.close();
    }

    private void bring(List<List<String>> versions) {
        database.change(connection -> new Schema(versions).bring(connection, database.engine()));
    }

    private String value(String column) {
        return database.read(connection -> one(connection.createStatement(), column));
    }

    private static String one(Statement statement, String column) throws SQLException {
        try (statement;
                ResultSet found = statement.executeQuery("SELECT " + column + " FROM t, vpsdns_schema")) {
            return found.next() ? found.getString(1) : "nothing";
        }
    }

    @Test
    void goesThroughAllVersions() {
        bring(List.of(FIRST, SECOND));

        assertThat(value("name || size || version")).isEqualTo("kept72");
    }

    @Test
    void goesOnFromWhereItIs() {
        bring(List.of(FIRST));
        bring(List.of(FIRST));
        bring(List.of(FIRST, SECOND));

        assertThat(value("name || size || version")).isEqualTo("kept72");
    }

    @Test
    void staysWhereItIsIfAStepFails() {
        bring(List.of(FIRST));

        assertThatExceptionOfType(StoreException.class).isThrownBy(() -> bring(List.of(FIRST, SECOND, WRONG)));
        assertThat(value("name || version")).isEqualTo("kept1");
        bring(List.of(FIRST, SECOND));
        assertThat(value("size")).isEqualTo("7");
    }
}
