// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.store;

import io.github.vpsdns.core.address.Family;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** One server's view of the hosts of a {@link MemoryStore}. Thread-safe. */
final class MemoryHosts implements HostBook {
    private final MemoryStore store;
    private final MemoryBooks books;
    private final String server;

    MemoryHosts(MemoryStore store, MemoryBooks books, String server) {
        this.store = store;
        this.books = books;
        this.server = server;
    }

    @Override
    public boolean isShared() {
        return books.shared.get();
    }

    @Override
    public List<HostRow> rows() {
        return store.run(() -> books.hosts.values().stream().map(HostEntry::row).toList());
    }

    @Override
    public Optional<HostRow> row(HostKey key) {
        return store.run(() -> Optional.ofNullable(books.hosts.get(key)).map(HostEntry::row));
    }

    @Override
    public Wish accept(HostKey key, List<InetAddress> addresses, String user, InetAddress client) {
        return store.run(() -> {
            change(key, entry -> entry.accept(addresses, user, Family.text(client), now()));
            return Objects.requireNonNull(entry(key).open());
        });
    }

    @Override
    public Optional<HostRow> claim(HostKey key, Duration lease) {
        return store.run(() -> {
            Optional<HostEntry> claimed = entry(key).claim(server, now(), now().plus(lease));
            claimed.ifPresent(entry -> books.hosts.put(key, entry));
            return claimed.map(HostEntry::row);
        });
    }

    @Override
    public void finished(HostKey key, Wish wish, @Nullable List<InetAddress> before, KnownSet known) {
        store.run(() -> {
            change(key, entry -> entry.finished(server, wish, known));
            HostEntry.change(key, wish, before, now()).ifPresent(books.history::add);
        });
    }

    @Override
    public void release(HostKey key) {
        store.run(() -> change(key, entry -> entry.release(server)));
    }

    @Override
    public void giveUp(HostKey key, Wish wish) {
        store.run(() -> change(key, entry -> entry.giveUp(server, wish)));
    }

    @Override
    public void seen(HostKey key, @Nullable KnownSet known) {
        store.run(() -> change(key, entry -> entry.seen(known)));
    }

    void releaseAll() {
        synchronized (books) {
            books.hosts.replaceAll((key, entry) -> entry.release(server));
        }
    }

    private HostEntry entry(HostKey key) {
        return books.hosts.getOrDefault(key, HostEntry.unheard(key));
    }

    private void change(HostKey key, UnaryOperator<HostEntry> how) {
        HostEntry changed = how.apply(entry(key));
        if (!changed.equals(entry(key))) {
            books.hosts.put(key, changed);
        }
    }

    private Instant now() {
        return books.time.now();
    }
}
