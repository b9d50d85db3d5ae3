// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.sandbox.control;

import java.util.ArrayList;
import java.util.List;

/**
 * The calls that the API got, each noted before its answer leaves.
 *
 * <p>Thread-safe.
 */
public final class CallLog {
    private final List<Call> calls = new ArrayList<>();

    /** Begins empty. */
    public CallLog() {}

    /**
     * Notes a call.
     *
     * @param call what was asked and what became of it
     */
    public synchronized void add(Call call) {
        calls.add(call);
    }

    /**
     * All calls so far.
     *
     * @return in the order their answers were sent
     */
    public synchronized List<Call> all() {
        return List.copyOf(calls);
    }

    /**
     * The calls of one kind.
     *
     * @param method the HTTP method, or {@code *}
     * @param path a path below {@code /api/v1}, with {@code *} for one segment and {@code **} for any number
     * @return in the order their answers were sent
     */
    public synchronized List<Call> matching(String method, String path) {
        PathPattern pattern = new PathPattern(path);
        return calls.stream()
                .filter(c -> method.equals("*") || method.equals(c.method()))
                .filter(c -> pattern.matches(c.path()))
                .toList();
    }

    /**
     * Counts the calls of one kind.
     *
     * @param method the HTTP method, or {@code *}
     * @param path a path below {@code /api/v1}, with {@code *} for one segment and {@code **} for any number
     * @return how many
     */
    public int count(String method, String path) {
        return matching(method, path).size();
    }

    /** Forgets all calls. */
    public synchronized void clear() {
        calls.clear();
    }
}
