// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.store;

import io.github.vpsdns.core.name.DomainName;
import java.util.List;

/** The values of challenges of a {@link MemoryStore}. Thread-safe. */
final class MemoryChallenges implements ChallengeBook {
    private final MemoryStore store;
    private final MemoryBooks books;

    MemoryChallenges(MemoryStore store, MemoryBooks books) {
        this.store = store;
        this.books = books;
    }

    @Override
    public void put(Value value) {
        store.run(() -> {
            for (int i = 0; i < books.challenges.size(); i++) {
                if (same(books.challenges.get(i), value)) {
                    books.challenges.set(i, value);
                    return;
                }
            }
            books.challenges.add(value);
        });
    }

    @Override
    public List<Value> of(DomainName name, String owner) {
        return store.run(() -> books.challenges.stream()
                .filter(value -> value.name().equals(name) && value.owner().equals(owner))
                .toList());
    }

    @Override
    public List<Value> all() {
        return store.run(() -> List.copyOf(books.challenges));
    }

    @Override
    public void remove(Value value) {
        store.run(() -> {
            books.challenges.removeIf(other -> same(other, value));
        });
    }

    private static boolean same(Value one, Value other) {
        return one.name().equals(other.name())
                && one.value().equals(other.value())
                && one.owner().equals(other.owner());
    }
}
