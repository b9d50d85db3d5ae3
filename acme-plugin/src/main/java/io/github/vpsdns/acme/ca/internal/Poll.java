// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.ca.internal;

import io.github.vpsdns.core.time.Deadline;
import io.github.vpsdns.core.time.Timekeeper;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.shredzone.acme4j.AcmeJsonResource;

/**
 * When one resource of the CA is to be read again.
 *
 * <p>acme4j's own loop fails when {@code Retry-After} lies in the past, and gives up at once when it lies beyond the limit; here
 * it is cut to between one second and the time left. Without it the wait grows from one second to three.
 */
public final class Poll {
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST_OWN = Duration.ofSeconds(3);

    private final AcmeJsonResource resource;
    private final Timekeeper time;
    private Duration own = SHORTEST;
    private long due;

    /** The first reading is due at once. */
    public Poll(AcmeJsonResource resource, Timekeeper time) {
        this.resource = resource;
        this.time = time;
        this.due = time.nanoTime();
    }

    /** Returns how long until it is due; zero if it is. */
    public Duration untilDue() {
        return Duration.ofNanos(Math.max(0, due - time.nanoTime()));
    }

    /** Reads it and sets when it is due next. */
    public void read(CaCalls calls, String what, Deadline deadline) {
        Optional<Instant> retryAfter = calls.call(what, resource::fetch, deadline);
        Duration wait = retryAfter
                .map(at -> Duration.between(time.now(), at))
                .map(asked -> asked.compareTo(SHORTEST) < 0 ? SHORTEST : asked)
                .orElse(own);
        own = own.multipliedBy(2).compareTo(LONGEST_OWN) < 0 ? own.multipliedBy(2) : LONGEST_OWN;
        due = time.nanoTime() + deadline.cut(wait).toNanos();
    }
}
