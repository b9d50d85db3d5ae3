// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.update;

import io.github.vpsdns.webhook.store.HostBook;
import io.github.vpsdns.webhook.store.HostKey;
import io.github.vpsdns.webhook.store.HostRow;
import io.github.vpsdns.webhook.store.KnownSet;
import io.github.vpsdns.webhook.store.StoreException;
import io.github.vpsdns.webhook.store.Wish;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A book that keeps what was noted in the order it was noted, and can refuse one kind of entry. */
final class RecordingHosts implements HostBook {
    private final HostBook book;
    final List<Wish> accepted = new ArrayList<>();
    boolean refusesFinished;

    RecordingHosts(HostBook book) {
        this.book = book;
    }

    @Override
    public boolean isShared() {
        return book.isShared();
    }

    @Override
    public List<HostRow> rows() {
        return book.rows();
    }

    @Override
    public Optional<HostRow> row(HostKey key) {
        return book.row(key);
    }

    @Override
    public Wish accept(HostKey key, List<InetAddress> addresses, String user, InetAddress client) {
        Wish wish = book.accept(key, addresses, user, client);
        accepted.add(wish);
        return wish;
    }

    @Override
    public Optional<HostRow> claim(HostKey key, Duration lease) {
        return book.claim(key, lease);
    }

    @Override
    public void finished(HostKey key, Wish wish, @Nullable List<InetAddress> before, KnownSet known) {
        if (refusesFinished) {
            throw new StoreException("the disk is full", null);
        }
        book.finished(key, wish, before, known);
    }

    @Override
    public void release(HostKey key) {
        book.release(key);
    }

    @Override
    public void giveUp(HostKey key, Wish wish) {
        book.giveUp(key, wish);
    }

    @Override
    public void seen(HostKey key, @Nullable KnownSet known) {
        book.seen(key, known);
    }
}
