// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.http;

import io.github.vpsdns.core.CancelledException;
import io.github.vpsdns.core.VpsDnsException;
import io.github.vpsdns.core.error.ApiException;
import io.github.vpsdns.core.time.Deadline;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts the tries of one request and waits between them. Confined to one operation's thread. */
public final class Attempts {
    private static final Logger LOG = LoggerFactory.getLogger(Attempts.class);

    private final Transport transport;
    private final Backoff backoff;
    private final String description;
    private int made;

    Attempts(Transport transport, Backoff backoff, String description) {
        this.transport = transport;
        this.backoff = backoff;
        this.description = description;
    }

    /**
     * Begins a try.
     *
     * @return its number, 1 for the first
     */
    public int next() {
        return ++made;
    }

    /**
     * Waits before the next try: as long as the API asks, else as the backoff says.
     *
     * @param failure why the last try failed
     * @param deadline when the operation must be over
     * @throws VpsDnsException the failure itself, at once, if the wait would not end before the deadline
     * @throws CancelledException if the thread is interrupted or the client closed meanwhile
     */
    public void pause(VpsDnsException failure, Deadline deadline) {
        Optional<Duration> asked = failure instanceof ApiException api ? api.retryAfter() : Optional.empty();
        Duration least = asked.orElse(Duration.ZERO);
        if (deadline.expired() || least.compareTo(deadline.remaining()) >= 0) {
            throw failure;
        }
        Duration wait = asked.isPresent() ? least.plus(backoff.jitter(backoff.first())) : backoff.after(made);
        if (wait.compareTo(deadline.remaining()) >= 0) {
            if (asked.isEmpty()) {
                throw failure;
            }
            wait = least;
        }
        LOG.debug("retry what=\"{}\" try={} wait={} reason=\"{}\"", description, made, wait, failure.getMessage());
        transport.pause(wait, description);
    }
}
