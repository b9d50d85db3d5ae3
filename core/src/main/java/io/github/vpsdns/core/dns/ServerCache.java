// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.dns;

import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.core.time.Timekeeper;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Servers by zone. Thread-safe: one thread at a time looks for a zone's servers, and the others wait for what it finds. */
final class ServerCache {
    private static final Logger log = LoggerFactory.getLogger(ServerCache.class);
    private static final Duration FRESH = Duration.ofMinutes(10);

    private final Timekeeper time;
    private final Map<DomainName, Entry> entries = new ConcurrentHashMap<>();

    ServerCache(Timekeeper time) {
        this.time = time;
    }

    /** Finds a zone's servers, which may take long. */
    interface Finder {
        List<NameServer> find() throws InterruptedException;
    }

    /** What is known of one zone, guarded by its lock. */
    private static final class Entry {
        private final ReentrantLock lock = new ReentrantLock();
        private List<NameServer> servers = List.of();
        private long foundNanos;
    }

    /** Returns what is known; what is too old is looked for again, and still used where that fails. */
    List<NameServer> get(DomainName apex, Finder finder) throws InterruptedException {
        Entry entry = entries.computeIfAbsent(apex, name -> new Entry());
        entry.lock.lockInterruptibly();
        try {
            if (entry.servers.isEmpty() || time.nanoTime() - entry.foundNanos > FRESH.toNanos()) {
                entry.servers = refreshed(apex, entry.servers, finder);
                entry.foundNanos = time.nanoTime();
            }
            return entry.servers;
        } finally {
            entry.lock.unlock();
        }
    }

    private static List<NameServer> refreshed(DomainName apex, List<NameServer> known, Finder finder)
            throws InterruptedException {
        try {
            return finder.find();
        } catch (NameServersNotFoundException e) {
            if (known.isEmpty() || !e.isTransient()) {
                throw e;
            }
            log.warn("the known name servers of {} are used for now: {}", apex, e.getMessage());
            return known;
        }
    }
}
