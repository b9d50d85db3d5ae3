// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.store;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The wrong passwords of a {@link MemoryStore}. Thread-safe. */
final class MemoryFailures implements FailureBook {
    private final MemoryStore store;
    private final MemoryBooks books;

    MemoryFailures(MemoryStore store, MemoryBooks books) {
        this.store = store;
        this.books = books;
    }

    @Override
    public List<Failures> since(Instant since) {
        return store.run(() -> books.failures.values().stream()
                .filter(failures -> !failures.since().isBefore(since))
                .toList());
    }

    @Override
    public Failures add(String subject, Instant now, Duration window) {
        return store.run(() -> books.failures.compute(
                subject,
                (name, had) -> had == null || had.since().plus(window).isBefore(now)
                        ? new Failures(name, now, 1)
                        : new Failures(name, had.since(), had.count() + 1)));
    }

    @Override
    public void clear(String subject) {
        store.run(() -> {
            books.failures.remove(subject);
        });
    }

    @Override
    public void prune(Instant before) {
        store.run(() -> {
            books.failures.values().removeIf(failures -> failures.since().isBefore(before));
        });
    }
}
