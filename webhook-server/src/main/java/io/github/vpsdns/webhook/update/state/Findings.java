// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.update.state;

import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What listings say of a set against what was written last. A write whose answer was lost may arrive later than the one that was made
 * instead; what it leaves is put right whatever is done about the changes of others. Owned by the loop's thread.
 */
public final class Findings {
    /** How a listing compares with what was written last. */
    public enum Finding {
        /** It is the same. */
        SAME,
        /** It is something else, which is known. */
        STILL_OTHER,
        /** It is something else. */
        OTHER,
        /** It is what a lost write of ours has left. */
        OURS
    }

    /** A set with a lost answer is looked at once more when what was sent cannot arrive any more. */
    private static final Duration AFTERMATH = Duration.ofMinutes(3);

    private final List<List<InetAddress>> lost = new ArrayList<>();
    private long overNanos;
    private @Nullable List<InetAddress> drift;

    /** Notes that a write may still arrive whose answer was lost. */
    public void lose(List<InetAddress> sent, long nowNanos) {
        lost.add(sent);
        overNanos = nowNanos + AFTERMATH.toNanos();
    }

    /** Whether the set is to be looked at because of lost answers. */
    public boolean isDue(long nowNanos) {
        return !lost.isEmpty() && overNanos - nowNanos <= 0;
    }

    /** Notes that the set was written. */
    public void written() {
        drift = null;
    }

    /** Compares what was found with what was written last. */
    public Finding compare(List<InetAddress> found, List<InetAddress> written, long nowNanos) {
        boolean ours = lost.contains(found);
        if (overNanos - nowNanos <= 0) {
            lost.clear();
        }
        if (found.equals(written)) {
            drift = null;
            return Finding.SAME;
        }
        boolean told = found.equals(drift);
        drift = found;
        return ours ? Finding.OURS : told ? Finding.STILL_OTHER : Finding.OTHER;
    }
}
