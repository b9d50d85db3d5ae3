// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.store.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpsdns.core.testing.ManualTime;
import io.github.vpsdns.webhook.store.HostBookContract;
import io.github.vpsdns.webhook.store.HostRow;
import io.github.vpsdns.webhook.store.OtherBooksContract;
import io.github.vpsdns.webhook.store.Store;
import io.github.vpsdns.webhook.store.StorePlace.FilePlace;
import io.github.vpsdns.webhook.store.Wish;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteStoreTest implements HostBookContract, OtherBooksContract {
    @TempDir
    private Path directory;

    private final ManualTime time = new ManualTime();
    private Store store;

    @BeforeEach
    void open() {
        store = SqlStore.open(new FilePlace(directory.resolve("webhook.db")), time, problem -> {});
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
    public ManualTime time() {
        return time;
    }

    @Test
    void isForOneServer() {
        assertThat(store.hosts().isShared()).isFalse();
    }

    @Test
    void remembersOverARestart() {
        Wish done = accept(HOME, ONE);
        store.hosts().finished(HOME, done, List.of(), known(ONE));
        Wish open = accept(HOME, TWO);
        store.close();
        open();

        assertThat(store.hosts().rows()).containsExactly(new HostRow(HOME, open, done, known(ONE)));
        assertThat(accept(HOME, ONE).sequence()).isGreaterThan(open.sequence());
    }
}
