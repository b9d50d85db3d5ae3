// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.ddns.detect;

import java.net.InetAddress;
import java.util.List;

/** Whether addresses that were read count. */
public sealed interface Verdict {
    /** They are those that count already. */
    record Same() implements Verdict {}

    /**
     * They count from now on.
     *
     * @param addresses the addresses, the best one first
     */
    record Accepted(List<InetAddress> addresses) implements Verdict {
        /** Copies the list. */
        public Accepted {
            addresses = List.copyOf(addresses);
        }
    }

    /**
     * They must be read again before they count.
     *
     * @param times how often they have been read in a row
     * @param needed how often they must be
     */
    record Pending(int times, int needed) implements Verdict {}
}
