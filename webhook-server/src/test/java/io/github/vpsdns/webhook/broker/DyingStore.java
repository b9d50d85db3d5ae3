// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.broker;

import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.webhook.store.AccountBook;
import io.github.vpsdns.webhook.store.ChallengeBook;
import io.github.vpsdns.webhook.store.FailureBook;
import io.github.vpsdns.webhook.store.HistoryBook;
import io.github.vpsdns.webhook.store.HostBook;
import io.github.vpsdns.webhook.store.Store;
import io.github.vpsdns.webhook.store.StoreException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** A store whose book of challenges takes a number of steps, and from then on none: as for a process that is dead. */
final class DyingStore implements Store {
    private final Store store;
    private final AtomicInteger left;

    DyingStore(Store store, int steps) {
        this.store = store;
        this.left = new AtomicInteger(steps);
    }

    private <T> T step(Supplier<T> work) {
        if (left.getAndDecrement() <= 0) {
            throw new StoreException("the process is dead", null);
        }
        return work.get();
    }

    @Override
    public ChallengeBook challenges() {
        ChallengeBook book = store.challenges();
        return new ChallengeBook() {
            @Override
            public void put(Value value) {
                step(() -> {
                    book.put(value);
                    return true;
                });
            }

            @Override
            public List<Value> of(DomainName name, String owner) {
                return step(() -> book.of(name, owner));
            }

            @Override
            public List<Value> all() {
                return step(book::all);
            }

            @Override
            public void remove(Value value) {
                step(() -> {
                    book.remove(value);
                    return true;
                });
            }
        };
    }

    @Override
    public HostBook hosts() {
        return store.hosts();
    }

    @Override
    public HistoryBook history() {
        return store.history();
    }

    @Override
    public FailureBook failures() {
        return store.failures();
    }

    @Override
    public AccountBook accounts() {
        return store.accounts();
    }

    @Override
    public void close() {
        store.close();
    }
}
