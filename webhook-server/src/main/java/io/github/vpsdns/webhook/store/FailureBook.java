// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.store;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Wrong passwords, so that lock-outs survive a restart. Blocks for as long as the database takes, and throws {@link StoreException}.
 * Thread-safe.
 */
public interface FailureBook {
    /**
     * How many wrong passwords there were.
     *
     * @param subject of whom: a user or an address
     * @param since when the first of them was
     * @param count how many since then
     */
    record Failures(String subject, Instant since, int count) {}

    /**
     * Reads everything that began at a time or later.
     *
     * @param since the earliest time
     * @return all of them; immutable
     */
    List<Failures> since(Instant since);

    /**
     * Notes a failure.
     *
     * @param subject of whom
     * @param now when
     * @param window a failure that is older than this begins a new count
     * @return all failures of the subject
     */
    Failures add(String subject, Instant now, Duration window);

    /**
     * Forgets a subject's failures.
     *
     * @param subject of whom
     */
    void clear(String subject);

    /**
     * Forgets all that began before a time.
     *
     * @param before the earliest time to keep
     */
    void prune(Instant before);
}
