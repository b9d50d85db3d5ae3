// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.dns.internal;

import io.github.vpsdns.core.VpsDnsException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Any number of questions under way at once, all in the thread that asks them: no thread is started, so none is left behind, and
 * an interrupt of the asker ends the wait at once. Packets take real time, whatever clock paces the asker. Owned by one thread.
 *
 * @param <K> what the asker knows a question by
 */
public final class Exchanger<K> implements AutoCloseable {
    private final Selector selector;
    private final Duration limit;
    private final List<Exchange<K>> underWay = new ArrayList<>();
    private final ByteBuffer scratch = ByteBuffer.allocate(1 << 16);

    /**
     * Opens.
     *
     * @param limit for each question from the moment it is asked
     * @throws VpsDnsException if the system has no more file descriptors
     */
    public Exchanger(Duration limit) {
        this.limit = limit;
        try {
            selector = Selector.open();
        } catch (IOException e) {
            throw new VpsDnsException("cannot open a socket for DNS questions: " + e.getMessage(), e);
        }
    }

    /** Asks many servers one question in parallel and returns what each said, in the order given. */
    public static <K> Map<K, Reply> askAll(Map<K, InetSocketAddress> servers, Question question, Duration limit)
            throws InterruptedException {
        try (Exchanger<K> io = new Exchanger<>(limit)) {
            servers.forEach((key, server) -> io.ask(key, server, question));
            Map<K, Reply> heard = io.finish();
            Map<K, Reply> ordered = new LinkedHashMap<>();
            servers.keySet().forEach(key -> ordered.put(key, Objects.requireNonNull(heard.get(key))));
            return ordered;
        }
    }

    /** Sends a question; its outcome comes from {@link #await} or {@link #finish}. */
    public void ask(K key, InetSocketAddress server, Question question) {
        Exchange<K> exchange = new Exchange<>(key, server, question, limit);
        underWay.add(exchange);
        exchange.send(selector);
    }

    public boolean isIdle() {
        return underWay.isEmpty();
    }

    /** Waits until all questions have their outcome. */
    public Map<K, Reply> finish() throws InterruptedException {
        Map<K, Reply> all = new LinkedHashMap<>();
        while (!isIdle()) {
            all.putAll(await(limit));
        }
        return all;
    }

    /** Waits until a question has its outcome, but not longer than the given time; returns all that have one by then. */
    public Map<K, Reply> await(Duration atMost) throws InterruptedException {
        long start = System.nanoTime();
        while (true) {
            long nextNanos = atMost.toNanos() - (System.nanoTime() - start);
            boolean timeLeft = nextNanos > 0;
            for (Exchange<K> exchange : underWay) {
                if (exchange.reply() == null) {
                    nextNanos = Math.min(nextNanos, exchange.onTime());
                }
            }
            Map<K, Reply> done = takeDone();
            if (!done.isEmpty() || !timeLeft) {
                return done;
            }
            select(nextNanos);
        }
    }

    private void select(long nanos) throws InterruptedException {
        try {
            selector.select(TimeUnit.NANOSECONDS.toMillis(nanos) + 1);
        } catch (IOException e) {
            throw new VpsDnsException("cannot wait for DNS answers: " + e.getMessage(), e);
        }
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        for (SelectionKey key : selector.selectedKeys()) {
            if (key.isValid() && key.attachment() instanceof Exchange<?> exchange) {
                exchange.onReady(selector, scratch);
            }
        }
        selector.selectedKeys().clear();
    }

    private Map<K, Reply> takeDone() {
        Map<K, Reply> done = new LinkedHashMap<>();
        for (Iterator<Exchange<K>> all = underWay.iterator(); all.hasNext(); ) {
            Exchange<K> exchange = all.next();
            @Nullable Reply reply = exchange.reply();
            if (reply != null) {
                done.put(exchange.key(), reply);
                all.remove();
            }
        }
        return done;
    }

    @Override
    public void close() {
        underWay.forEach(Exchange::close);
        Closing.quietly(selector);
    }
}
