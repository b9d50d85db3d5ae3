// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.vpsdns.core.InvalidValueException;
import io.github.vpsdns.webhook.store.StorePlace.FilePlace;
import io.github.vpsdns.webhook.store.StorePlace.ServerPlace;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StorePlaceTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgresql://db.example.com:5432/vpsdns?sslmode=verify-full",
                "jdbc:postgresql://db.example.com:5432/vpsdns?sslmode=verify-full"
            })
    void aServerIsNamedWithAndWithoutJdbc(String url) {
        ServerPlace place = new ServerPlace(url, "vpsdns", Path.of("/etc/vpsdns/db-password"));

        assertThat(place.jdbcUrl()).isEqualTo("jdbc:postgresql://db.example.com:5432/vpsdns?sslmode=verify-full");
        assertThat(place).hasToString("postgresql://db.example.com:5432/vpsdns");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgresql://vpsdns:hunter2@db.example.com/vpsdns",
                "postgresql://db.example.com/vpsdns?password=hunter2",
                "postgresql://db.example.com/vpsdns?user=x&Password=hunter2",
                "postgresql://db.example.com/vpsdns?sslpassword=hunter2"
            })
    void aPasswordInTheUrlIsRefusedAndNotRepeated(String url) {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> new ServerPlace(url, null, null))
                .withMessageContaining("the password in a file of its own")
                .withMessageNotContaining("hunter2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"mysql://db.example.com/x", "jdbc:sqlite:/x.db", "", "db.example.com"})
    void anotherDatabaseIsRefused(String url) {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> new ServerPlace(url, null, null))
                .withMessageContaining("expected postgresql://HOST:PORT/DATABASE");
    }

    @Test
    void aFileThatSqliteWouldTakeForOptionsIsRefused() {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> new FilePlace(Path.of("/var/lib/x.db?mode=memory")));
    }
}
