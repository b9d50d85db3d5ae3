// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.server;

import io.github.vpsdns.core.time.Timekeeper;
import io.github.vpsdns.webhook.store.HistoryBook;
import io.github.vpsdns.webhook.store.StoreException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the history from growing for ever: a router that is given a new address each night, or each minute, never ends. Thread-safe. */
final class Housekeeper implements AutoCloseable {
    /** More than the page shows of a set. */
    static final int KEPT = 200;

    private static final Logger LOG = LoggerFactory.getLogger(Housekeeper.class);
    private static final Duration PAUSE = Duration.ofHours(6);
    private static final Duration CLOSE_LIMIT = Duration.ofSeconds(1);

    private final HistoryBook history;
    private final Timekeeper time;
    private final Thread thread = new Thread(this::run, "webhook-housekeeper");

    Housekeeper(HistoryBook history, Timekeeper time) {
        this.history = history;
        this.time = time;
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    private void run() {
        try {
            while (true) {
                prune();
                time.sleep(PAUSE);
            }
        } catch (InterruptedException e) {
            // closed
            Thread.currentThread().interrupt();
        }
    }

    private void prune() {
        try {
            history.prune(KEPT);
        } catch (StoreException e) {
            LOG.debug("the history stays as it is: {}", e.getMessage());
        }
    }

    /** Does not wait for a database that takes its time. */
    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join(CLOSE_LIMIT.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
