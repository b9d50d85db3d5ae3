// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.api;

import io.github.vpsdns.core.api.CallEvent;
import io.github.vpsdns.core.api.CallListener;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;

/** Counts the API calls of a command, by operation. Thread-safe. */
public final class CallCounter implements CallListener {
    private final Map<String, LongAdder> counts = new ConcurrentSkipListMap<>();

    /** Creates a counter that has seen nothing. */
    public CallCounter() {}

    @Override
    public void onCall(CallEvent event) {
        counts.computeIfAbsent(event.operation(), operation -> new LongAdder()).increment();
    }

    /**
     * Returns what has been counted so far.
     *
     * @return calls by operation, sorted by name
     */
    public Map<String, Long> counts() {
        Map<String, Long> copy = new TreeMap<>();
        counts.forEach((operation, count) -> copy.put(operation, count.sum()));
        return copy;
    }

    /**
     * Returns the sum.
     *
     * @return all calls so far
     */
    public long total() {
        return counts.values().stream().mapToLong(LongAdder::sum).sum();
    }

    /**
     * Returns the counts in words.
     *
     * @return such as {@code 3 API calls (createRecord 1, zones 2)}
     */
    @Override
    public String toString() {
        String each = counts().toString();
        return total()
                + (total() == 1 ? " API call" : " API calls")
                + (total() == 0
                        ? ""
                        : " (" + each.substring(1, each.length() - 1).replace('=', ' ') + ")");
    }
}
