// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.ddns.memory;

import java.net.InetAddress;
import java.time.Instant;
import java.util.List;

/**
 * The addresses that count by a rule.
 *
 * @param addresses at least one, all of one family, the best one first
 * @param since when they began to count
 */
public record CountingAddresses(List<InetAddress> addresses, Instant since) {
    /** Copies the list. */
    public CountingAddresses {
        addresses = List.copyOf(addresses);
    }
}
