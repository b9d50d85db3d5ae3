// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.auth;

import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * How many failures there were, for a limited number of pots: the oldest tenth is forgotten for a new one when it is full. Read by many
 * threads at once, written by one at a time.
 */
final class Counts {
    /** So many since a time. */
    record Count(Instant since, int failures) {}

    private final int most;
    private final Map<Pot, Count> counts = new ConcurrentHashMap<>();

    Counts(int most) {
        this.most = most;
    }

    @Nullable
    Count get(Pot pot) {
        return counts.get(pot);
    }

    /** Returns what was there before. */
    synchronized @Nullable Count put(Pot pot, Count count) {
        if (counts.size() >= most && !counts.containsKey(pot)) {
            counts.entrySet().stream()
                    .sorted(Map.Entry.comparingByValue(Comparator.comparing(Count::since)))
                    .limit(most / 10 + 1)
                    .map(Map.Entry::getKey)
                    .toList()
                    .forEach(counts::remove);
        }
        return counts.put(pot, count);
    }

    /** All of them, as they are now or a moment later. */
    Map<Pot, Count> all() {
        return counts;
    }
}
