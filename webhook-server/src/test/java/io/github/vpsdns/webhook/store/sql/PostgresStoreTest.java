// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.store.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpsdns.core.testing.ManualTime;
import io.github.vpsdns.sandbox.junit.NeedsPrograms;
import io.github.vpsdns.webhook.store.OtherBooksContract;
import io.github.vpsdns.webhook.store.SharedHostsContract;
import io.github.vpsdns.webhook.store.Store;
import io.github.vpsdns.webhook.store.StorePlace.ServerPlace;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

@NeedsPrograms("pg_ctlcluster")
@Timeout(60)
class PostgresStoreTest implements SharedHostsContract, OtherBooksContract {
    @RegisterExtension
    static final PostgresServer SERVER = new PostgresServer();

    private final ManualTime time = new ManualTime();
    private ServerPlace place;
    private Store store;

    @BeforeEach
    void open() throws SQLException {
        place = SERVER.emptyPlace();
        store = another();
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Override
    public Store store() {
        return store;
    }

    @Override
    public Store another() {
        return SqlStore.open(place, time, problem -> {});
    }

    @Override
    public ManualTime time() {
        return time;
    }

    @Test
    void makesItsTablesOnceWhenManyServersStartTogether() throws SQLException {
        place = SERVER.emptyPlace();

        List<Store> servers =
                IntStream.range(0, 4).parallel().mapToObj(i -> another()).toList();

        servers.forEach(server -> server.failures().add("x", time.now(), HOUR));
        assertThat(servers.get(0).failures().since(time.now()))
                .extracting("count")
                .containsExactly(4);
        servers.forEach(Store::close);
    }

    @Test
    void takesTextsThatPostgresWouldNot() {
        assertThat(store.failures().add("a\0b\uD800c", time.now(), HOUR).subject())
                .isEqualTo("a\uFFFDb\uFFFDc");
    }
}
