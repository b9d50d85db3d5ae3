// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.store;

import java.net.InetAddress;
import java.time.Instant;
import java.util.List;

/**
 * What a set of records is to become.
 *
 * @param sequence grows with each wish for the set, also over restarts and over several servers: the higher one is the newer
 * @param addresses what it shall say; none if there shall be no record
 * @param user who wants it
 * @param client from where, as text
 * @param acceptedAt when it was noted
 */
public record Wish(long sequence, List<InetAddress> addresses, String user, String client, Instant acceptedAt) {
    /** Copies the list. */
    public Wish {
        addresses = List.copyOf(addresses);
    }
}
