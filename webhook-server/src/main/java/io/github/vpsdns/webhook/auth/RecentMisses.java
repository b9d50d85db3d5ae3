// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.auth;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** The last credentials that were wrong, a limited number of them. Thread-safe. */
final class RecentMisses {
    private final Map<Fingerprint, Instant> misses;

    RecentMisses(int most) {
        misses = new LinkedHashMap<>() {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Fingerprint, Instant> eldest) {
                return size() > most;
            }
        };
    }

    synchronized void add(Fingerprint wrong, Instant now) {
        misses.remove(wrong);
        misses.put(wrong, now);
    }

    /** Whether they were added within the window before now. */
    synchronized boolean has(Fingerprint wrong, Instant now, Duration window) {
        Instant added = misses.get(wrong);
        return added != null && !added.isAfter(now) && now.isBefore(added.plus(window));
    }

    synchronized int size() {
        return misses.size();
    }
}
