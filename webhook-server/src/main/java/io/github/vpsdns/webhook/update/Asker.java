// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.update;

import io.github.vpsdns.webhook.store.HostKey;
import java.net.InetAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One family of one host of an order, waiting for what becomes of it. Owned by the loop's thread. */
final class Asker {
    private final OrderedHost host;
    private final HostKey key;
    private final FamilyWish wish;
    private boolean noted;
    private @Nullable HostOutcome outcome;

    Asker(OrderedHost host, HostKey key, FamilyWish wish) {
        this.host = host;
        this.key = key;
        this.wish = wish;
    }

    OrderedHost host() {
        return host;
    }

    HostKey key() {
        return key;
    }

    FamilyWish wish() {
        return wish;
    }

    /** Until when it can wait. */
    long deadlineNanos() {
        return host.order().deadlineNanos();
    }

    /** Notes that the wish goes on whatever this asker is told. */
    void noted() {
        noted = true;
    }

    boolean isNoted() {
        return noted;
    }

    @Nullable
    HostOutcome outcome() {
        return outcome;
    }

    boolean isAnswered() {
        return outcome != null;
    }

    /** Tells it; only the first word counts. */
    void answer(HostOutcome word) {
        if (outcome == null) {
            outcome = word;
            host.answered();
        }
    }

    void answerChanged(List<InetAddress> addresses) {
        answer(new HostOutcome.Changed(addresses));
    }

    void answerUnchanged(List<InetAddress> addresses) {
        answer(new HostOutcome.Unchanged(addresses));
    }

    /** Tells it that it is not done yet. */
    void answerLater() {
        answer(new HostOutcome.Later(noted));
    }
}
