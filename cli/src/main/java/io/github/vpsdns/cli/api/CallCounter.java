// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.api;

import io.github.vpsdns.core.api.CallEvent;
import io.github.vpsdns.core.api.CallListener;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** Counts the API calls of a command, by operation and by what became of them. Thread-safe. */
public final class CallCounter implements CallListener {
    /**
     * Calls that are counted together.
     *
     * @param operation the client method's name, such as {@code createRecord}
     * @param status the HTTP status, 0 if no answer came
     */
    public record Calls(String operation, int status) {}

    private final Map<Calls, LongAdder> counts = new ConcurrentHashMap<>();

    /** Creates a counter that has seen nothing. */
    public CallCounter() {}

    @Override
    public void onCall(CallEvent event) {
        counts.computeIfAbsent(new Calls(event.operation(), event.status()), calls -> new LongAdder())
                .increment();
    }

    /**
     * Returns what has been counted so far.
     *
     * @return calls by operation, sorted by name
     */
    public Map<String, Long> counts() {
        Map<String, Long> copy = new TreeMap<>();
        counts.forEach((calls, count) -> copy.merge(calls.operation(), count.sum(), Long::sum));
        return copy;
    }

    /**
     * Returns what has been counted so far, with what became of it.
     *
     * @return calls by operation and status, in no order
     */
    public Map<Calls, Long> outcomes() {
        Map<Calls, Long> copy = new ConcurrentHashMap<>();
        counts.forEach((calls, count) -> copy.put(calls, count.sum()));
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
