// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.store;

import io.github.vpsdns.core.time.Timekeeper;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/** A store that forgets everything when it is gone, and fails when told to. Thread-safe. */
public final class MemoryStore implements Store {
    private final MemoryBooks books;
    private final AtomicBoolean failing = new AtomicBoolean();
    private final MemoryHosts hosts;

    /** Creates an empty store with the system's clock. */
    public MemoryStore() {
        this(Timekeeper.system());
    }

    /** Creates an empty store. */
    public MemoryStore(Timekeeper time) {
        this(new MemoryBooks(time));
    }

    private MemoryStore(MemoryBooks books) {
        this.books = books;
        hosts = new MemoryHosts(this, books, UUID.randomUUID().toString());
    }

    /** Returns what another server sees that writes to the same database; both know that they are not alone. */
    public MemoryStore shared() {
        books.shared.set(true);
        return new MemoryStore(books);
    }

    /** Lets every method of the books fail without changing anything, or work again. Each server has its own failures. */
    public void failing(boolean fails) {
        failing.set(fails);
    }

    <T> T run(Supplier<T> work) {
        if (failing.get()) {
            throw new StoreException("the database cannot be had: it was told to fail", null);
        }
        synchronized (books) {
            return work.get();
        }
    }

    void run(Runnable work) {
        run(() -> {
            work.run();
            return true;
        });
    }

    @Override
    public HostBook hosts() {
        return hosts;
    }

    @Override
    public HistoryBook history() {
        return new MemoryHistory(this, books);
    }

    @Override
    public FailureBook failures() {
        return new MemoryFailures(this, books);
    }

    @Override
    public ChallengeBook challenges() {
        return new MemoryChallenges(this, books);
    }

    @Override
    public AccountBook accounts() {
        return new MemoryAccounts(this, books);
    }

    @Override
    public void close() {
        hosts.releaseAll();
    }
}
