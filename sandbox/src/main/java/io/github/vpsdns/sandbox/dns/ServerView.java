// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.sandbox.dns;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;

/**
 * What one server knows: the zones as they were one lag ago.
 *
 * <p>Nothing is scheduled. Changes wait in line, and whoever asks takes in those that have come of age by the clock, so a
 * clock that a test moves by hand moves propagation along exactly. Thread-safe.
 */
final class ServerView {
    private record Pending(Instant published, Consumer<Catalog> change) {}

    private final Clock clock;
    private final Catalog catalog = new Catalog();
    private final Deque<Pending> line = new ArrayDeque<>();
    private Duration lag;

    ServerView(Clock clock, Duration lag) {
        this.clock = clock;
        this.lag = lag;
    }

    synchronized void publish(Consumer<Catalog> change) {
        line.addLast(new Pending(clock.instant(), change));
        takeIn();
    }

    /** Puts a zone in place at once, for what was there before the server started. */
    synchronized void preload(Consumer<Catalog> change) {
        change.accept(catalog);
    }

    synchronized void lag(Duration next) {
        if (next.isNegative()) {
            throw new IllegalArgumentException("A lag of " + next + " is less than none; give zero or more.");
        }
        takeIn();
        lag = next;
        takeIn();
    }

    synchronized Duration lag() {
        return lag;
    }

    synchronized void fill(Message reply, Name name, int type) {
        takeIn();
        Resolution.fill(reply, catalog, name, type);
    }

    private void takeIn() {
        Instant visible = clock.instant().minus(lag);
        while (!line.isEmpty() && !line.getFirst().published().isAfter(visible)) {
            line.removeFirst().change().accept(catalog);
        }
    }
}
