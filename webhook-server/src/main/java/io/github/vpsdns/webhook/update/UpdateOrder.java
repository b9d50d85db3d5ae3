// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.update;

import java.net.InetAddress;
import java.util.List;

/**
 * What a client wants.
 *
 * @param hosts each host once, in the order of the request
 * @param user who wants it
 * @param client from where
 * @param test whether nothing is to be written or remembered
 */
public record UpdateOrder(List<HostUpdate> hosts, String user, InetAddress client, boolean test) {
    /** Copies the list. */
    public UpdateOrder {
        hosts = List.copyOf(hosts);
    }
}
