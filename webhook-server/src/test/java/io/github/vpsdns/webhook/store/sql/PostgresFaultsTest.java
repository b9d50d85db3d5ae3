// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.store.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import io.github.vpsdns.core.time.Timekeeper;
import io.github.vpsdns.sandbox.junit.NeedsPrograms;
import io.github.vpsdns.webhook.store.Store;
import io.github.vpsdns.webhook.store.StoreException;
import io.github.vpsdns.webhook.store.StorePlace.ServerPlace;
import io.github.vpsdns.webhook.store.UnusableStoreException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A real server that goes away, hangs, comes back or refuses. */
@NeedsPrograms("pg_ctlcluster")
@Timeout(60)
class PostgresFaultsTest {
    @RegisterExtension
    static final PostgresServer SERVER = new PostgresServer();

    @TempDir
    private Path directory;

    private final List<String> health = Collections.synchronizedList(new ArrayList<>());
    private ServerPlace place;
    private Store store;

    @BeforeEach
    void open() throws Exception {
        place = SERVER.emptyPlace();
        store = open(place);
    }

    private Store open(ServerPlace where) {
        return SqlStore.open(where, Timekeeper.system(), problem -> health.add(String.valueOf(problem)));
    }

    @AfterEach
    void close() {
        store.close();
    }

    private int failures() {
        return store.failures()
                .add("fritzbox", Instant.EPOCH, Duration.ofDays(1))
                .count();
    }

    @Test
    void nobodyNoticesThatTheConnectionWasClosed() throws Exception {
        failures();
        SERVER.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'vpsdns'");

        assertThat(failures()).isEqualTo(2);
        assertThat(health).isEmpty();
    }

    @Test
    void nobodyNoticesACrashBetweenTwoCalls() throws Exception {
        failures();
        SERVER.stop();
        SERVER.start();

        assertThat(failures()).isEqualTo(2);
        assertThat(health).isEmpty();
    }

    @Test
    void saysOnceThatTheServerIsAwayAndOnceThatItIsBack() throws Exception {
        failures();
        SERVER.stop();
        try {
            assertFails(this::failures, "the database at '" + place + "' cannot be used: Connection to 127.0.0.1:");
            assertFails(this::failures, "the database at '" + place + "' cannot be used: Connection to 127.0.0.1:");
        } finally {
            SERVER.start();
        }

        await().ignoreException(StoreException.class).until(() -> failures() == 2);
        assertThat(health).hasSize(2).last().isEqualTo("null");
    }

    @Test
    void waitsOnceForAServerThatHangsAndThenNobodyElseDoes() throws Exception {
        failures();
        SERVER.freeze();
        try {
            long begun = System.nanoTime();
            assertFails(this::failures, "the database at '" + place + "' cannot be used: ");
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(7));

            long again = System.nanoTime();
            assertFails(this::failures, "the database at '" + place + "' cannot be used: ");
            assertThat(Duration.ofNanos(System.nanoTime() - again)).isLessThan(Duration.ofMillis(500));
        } finally {
            SERVER.thaw();
        }
        await().ignoreException(StoreException.class).until(() -> failures() > 0);
    }

    @Test
    void changesNothingWhereTheServerOnlyReads() throws Exception {
        failures();
        SERVER.execute("ALTER DATABASE postgres SET default_transaction_read_only = on");
        SERVER.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'vpsdns'");
        try {
            assertFails(this::failures, "the database at '" + place + "' cannot be used: ERROR: cannot execute INSERT");
        } finally {
            SERVER.execute("ALTER DATABASE postgres RESET default_transaction_read_only");
        }
        await().ignoreException(StoreException.class).until(() -> failures() == 2);
    }

    @Test
    void readsThePasswordAgainAtEachConnection() throws Exception {
        Path file =
                PostgresServer.withMode(Files.copy(SERVER.passwordFile(), directory.resolve("password")), "rw-------");
        try (Store changing = open(SERVER.place("", file))) {
            Files.writeString(file, "wrong secret");
            SERVER.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'vpsdns'");

            assertThatExceptionOfType(StoreException.class)
                    .isThrownBy(() -> changing.accounts().count())
                    .withMessageContaining("password authentication failed for user \"vpsdns\"")
                    .withMessageNotContaining("secret");
        }
    }

    @Test
    void refusesAPasswordThatOthersMayRead() throws Exception {
        Path file =
                PostgresServer.withMode(Files.copy(SERVER.passwordFile(), directory.resolve("password")), "rw-r-----");

        assertThatExceptionOfType(UnusableStoreException.class)
                .isThrownBy(() -> open(SERVER.place("", file)))
                .withMessage("the database's password file '" + file
                        + "' can be read by others than its owner; run: chmod 600 '" + file + "'");
    }

    @Test
    void refusesANewerSchema() throws Exception {
        SERVER.execute("UPDATE " + PostgresServer.schema(place) + ".vpsdns_schema SET version = 99");

        assertThatExceptionOfType(UnusableStoreException.class)
                .isThrownBy(() -> open(place))
                .withMessageContaining("schema version 99");
    }

    private static void assertFails(ThrowingCallable call, String beginning) {
        assertThatExceptionOfType(StoreException.class).isThrownBy(call).withMessageStartingWith(beginning);
    }
}
