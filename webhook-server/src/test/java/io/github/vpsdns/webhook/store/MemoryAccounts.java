// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.store;

import java.util.Optional;

/** The accounts of a {@link MemoryStore}. Thread-safe. */
final class MemoryAccounts implements AccountBook {
    private final MemoryStore store;
    private final MemoryBooks books;

    MemoryAccounts(MemoryStore store, MemoryBooks books) {
        this.store = store;
        this.books = books;
    }

    @Override
    public void add(Account account) {
        store.run(() -> {
            if (books.accounts.putIfAbsent(account.username(), account) != null) {
                throw new StoreException("there is an account of that name already", null);
            }
        });
    }

    @Override
    public Optional<Account> find(String username) {
        return store.run(() -> Optional.ofNullable(books.accounts.get(username)));
    }

    @Override
    public int count() {
        return store.run(() -> books.accounts.size());
    }
}
