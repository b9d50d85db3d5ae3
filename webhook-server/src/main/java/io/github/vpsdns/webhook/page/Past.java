// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.page;

import io.github.vpsdns.core.address.Family;
import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.webhook.store.HistoryBook;
import io.github.vpsdns.webhook.store.HistoryBook.Change;
import io.github.vpsdns.webhook.store.HostKey;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Reads the history on threads of its own, since the database may take its time. Two read at once and a few wait; more than that are
 * refused at once. Thread-safe.
 */
final class Past implements AutoCloseable {
    static final int MOST = 50;

    private static final int WAITING = 32;

    private final HistoryBook history;
    private final ThreadPoolExecutor readers;

    Past(HistoryBook history) {
        this.history = history;
        this.readers = new ThreadPoolExecutor(2, 2, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(WAITING), task -> {
            Thread thread = new Thread(task, "vpsdns-page");
            thread.setDaemon(true);
            return thread;
        });
        readers.allowCoreThreadTimeOut(true);
    }

    /** Fails with {@code StoreException} if the database fails, and with {@link RejectedExecutionException} if too many ask. */
    CompletionStage<Map<Family, List<Change>>> of(DomainName host) {
        try {
            return CompletableFuture.supplyAsync(() -> read(host), readers);
        } catch (RejectedExecutionException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private Map<Family, List<Change>> read(DomainName host) {
        Map<Family, List<Change>> past = new EnumMap<>(Family.class);
        for (Family family : Family.values()) {
            past.put(family, history.last(new HostKey(host, family), MOST));
        }
        return past;
    }

    @Override
    public void close() {
        readers.shutdownNow();
    }
}
