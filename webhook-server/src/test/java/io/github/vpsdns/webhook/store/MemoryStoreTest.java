// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.vpsdns.core.testing.ManualTime;
import org.junit.jupiter.api.Test;

/** The store of everybody's tests is a store. */
class MemoryStoreTest implements SharedHostsContract, OtherBooksContract {
    private final ManualTime time = new ManualTime();
    private final MemoryStore store = new MemoryStore(time);

    @Override
    public MemoryStore store() {
        return store;
    }

    @Override
    public Store another() {
        return store.shared();
    }

    @Override
    public ManualTime time() {
        return time;
    }

    @Test
    void failsWhenToldToWithoutChangingAnything() {
        store.failing(true);
        assertThatExceptionOfType(StoreException.class).isThrownBy(() -> accept(HOME, ONE));
        store.failing(false);

        assertThat(store.hosts().rows()).isEmpty();
    }
}
