// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.dns;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * When one server is asked, and how much at once. Owned by one thread; all times are since the wait began.
 *
 * <p>A pass asks for everything that the server still lacks. The pause between passes is a tenth of the time waited so far, so
 * that waiting in vain gets ever cheaper while a value is seen soon after it is there.
 */
final class ServerPace {
    /** Enough to hide the way there and back, too little to look like an attack. */
    private static final int AT_ONCE = 8;

    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);
    private static final int PAUSE_PART = 10;
    private static final double JITTER = 0.1;

    private final NameServer server;
    private final Duration interval;
    private final Deque<Progress> pass = new ArrayDeque<>();
    private int underWay;
    private Duration nextPass = Duration.ZERO;
    private Duration lastSign = Duration.ZERO;
    private boolean silent;

    ServerPace(NameServer server, Duration interval) {
        this.server = server;
        this.interval = interval;
    }

    NameServer server() {
        return server;
    }

    boolean isIdle() {
        return pass.isEmpty() && underWay == 0;
    }

    Duration nextPass() {
        return nextPass;
    }

    /** Begins a pass if it is time for one and the last is over; a server that is silent gets but one question. */
    void begin(Collection<Progress> lacked, Duration elapsed) {
        if (isIdle() && nextPass.compareTo(elapsed) <= 0) {
            lacked.stream().limit(silent ? 1 : Long.MAX_VALUE).forEach(pass::add);
            nextPass = elapsed.plus(pause(elapsed));
        }
    }

    /** Returns what to ask now, or {@code null} if nothing or not yet. */
    @Nullable
    Progress next() {
        if (underWay >= AT_ONCE || pass.isEmpty()) {
            return null;
        }
        underWay++;
        return pass.remove();
    }

    void heard(boolean nothing, Duration elapsed) {
        underWay--;
        silent = nothing;
        if (nothing) {
            pass.clear();
        } else {
            lastSign = elapsed;
        }
    }

    /** Tells whether the server has given no sign of life for at least the given time. */
    boolean isSilentSince(Duration least, Duration elapsed) {
        return silent && elapsed.minus(lastSign).compareTo(least) >= 0;
    }

    /** When a server that is silent now will have been so for the given time. */
    Duration silentUntil(Duration least) {
        return lastSign.plus(least);
    }

    private Duration pause(Duration elapsed) {
        Duration longest = max(interval, LONGEST_PAUSE);
        Duration pause = max(interval, elapsed.dividedBy(PAUSE_PART));
        Duration cut = pause.compareTo(longest) > 0 ? longest : pause;
        double factor = ThreadLocalRandom.current().nextDouble(1 - JITTER, 1 + JITTER);
        return Duration.ofNanos((long) (cut.toNanos() * factor));
    }

    private static Duration max(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
