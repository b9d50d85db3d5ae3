// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.ddns.detect;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What came of asking the sources of a rule once. */
public sealed interface Detection {
    /**
     * Enough sources say the same.
     *
     * @param addresses distinct addresses that the rule accepts, the best one first: one, or all where the rule wants all
     * @param sources who said so, in the rule's order of preference; at least as many as the rule wants to agree
     * @param remote whether one of these is somebody else's
     */
    record Found(List<InetAddress> addresses, List<String> sources, boolean remote) implements Detection {
        /** Copies the lists. */
        public Found {
            addresses = List.copyOf(addresses);
            sources = List.copyOf(sources);
        }
    }

    /**
     * The addresses are not known, which is no reason to change a record.
     *
     * @param reason why, one sentence without end that says who said what; equal as long as they say the same
     * @param tryAfter how long it is useless to try again, because sources may not be asked sooner; more than zero, or {@code null} if it can be
     *     tried at any time
     */
    record Unknown(String reason, @Nullable Duration tryAfter) implements Detection {}
}
