// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.update.state;

import io.github.vpsdns.core.name.DomainName;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** How often names may change: each has some changes at once, and earns one more each minute. Owned by the loop's thread. */
public final class ChangeBudgets {
    private static final long EARNED_IN = Duration.ofMinutes(1).toNanos();

    /** How many names are kept before those that have all their changes again are forgotten. */
    private static final int MANY = 1024;

    /** When all that was spent is earned again. */
    private final Map<DomainName, Long> paidOff = new HashMap<>();

    private int most;
    private int forgetAt = MANY;

    /** Allows so many changes at once. */
    public ChangeBudgets(int most) {
        this.most = most;
    }

    /** Allows so many changes at once from now on. */
    public void follow(int changes) {
        most = changes;
    }

    /** Takes one change, if there is one. */
    public boolean take(DomainName name, long nowNanos) {
        long spent = spentUntil(name, nowNanos);
        if (spent - nowNanos > (most - 1) * EARNED_IN) {
            return false;
        }
        paidOff.put(name, spent + EARNED_IN);
        if (paidOff.size() > forgetAt) {
            paidOff.values().removeIf(until -> until - nowNanos <= 0);
            forgetAt = Math.max(MANY, 2 * paidOff.size());
        }
        return true;
    }

    /** Gives a change back that was none. */
    public void giveBack(DomainName name) {
        paidOff.computeIfPresent(name, (any, until) -> until - EARNED_IN);
    }

    private long spentUntil(DomainName name, long nowNanos) {
        long until = paidOff.getOrDefault(name, nowNanos);
        return until - nowNanos > 0 ? until : nowNanos;
    }
}
