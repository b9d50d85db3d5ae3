// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.broker;

import io.github.vpsdns.core.name.DomainName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Values that are to be looked after, with the clients that wait for them. A name is in one batch at a time, so that no two threads change it;
 * what has gathered meanwhile is one batch, for which each zone is listed once. Thread-safe.
 */
final class Backlog {
    private static final long TICK_MILLIS = 500;
    private static final int MOST_TOGETHER = 50;

    private final Pace pace;
    /** All guarded by this. */
    private final Map<TxtValue, List<Wait>> open = new LinkedHashMap<>();

    private final Set<DomainName> busy = new HashSet<>();
    private int running;
    private boolean closed;

    Backlog(Pace pace) {
        this.pace = pace;
    }

    /** Adds a value to look after. Returns false if nobody does any more. */
    synchronized boolean add(TxtValue key, @Nullable Wait wait) {
        if (closed) {
            return false;
        }
        List<Wait> waits = open.computeIfAbsent(key, any -> new ArrayList<>());
        if (wait != null) {
            waits.add(wait);
        }
        notifyAll();
        return true;
    }

    /** Waits for work and for the API. Returns {@code null} when there is to be no more. */
    synchronized @Nullable Map<TxtValue, List<Wait>> take() throws InterruptedException {
        while (!closed) {
            boolean any = open.keySet().stream().anyMatch(key -> !busy.contains(key.name()));
            if (any && pace.admits(running)) {
                return next();
            }
            if (any) {
                pace.renew();
                wait(TICK_MILLIS);
            } else {
                wait();
            }
        }
        return null;
    }

    private Map<TxtValue, List<Wait>> next() {
        Map<TxtValue, List<Wait>> batch = new LinkedHashMap<>();
        Set<DomainName> names = new HashSet<>();
        Iterator<Map.Entry<TxtValue, List<Wait>>> entries = open.entrySet().iterator();
        while (entries.hasNext() && batch.size() < MOST_TOGETHER) {
            Map.Entry<TxtValue, List<Wait>> entry = entries.next();
            if (!busy.contains(entry.getKey().name())) {
                batch.put(entry.getKey(), entry.getValue());
                names.add(entry.getKey().name());
                entries.remove();
            }
        }
        busy.addAll(names);
        running++;
        return batch;
    }

    synchronized void done(Map<TxtValue, List<Wait>> batch) {
        batch.keySet().forEach(key -> busy.remove(key.name()));
        running--;
        notifyAll();
    }

    /** Lets nobody take any more, and returns who still waits. */
    synchronized List<Wait> close() {
        closed = true;
        List<Wait> left = open.values().stream().flatMap(List::stream).toList();
        open.clear();
        notifyAll();
        return left;
    }
}
