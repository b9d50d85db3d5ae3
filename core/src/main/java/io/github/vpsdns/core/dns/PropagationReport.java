// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.dns;

import io.github.vpsdns.core.name.DomainName;
import java.time.Duration;
import java.util.List;

/**
 * How far a value has got.
 *
 * @param name where
 * @param servers each server's state, in the order of the zone's servers
 * @param elapsed since the wait began
 */
public record PropagationReport(DomainName name, List<ServerState> servers, Duration elapsed) {
    /** Copies the list. */
    public PropagationReport {
        servers = List.copyOf(servers);
    }

    /**
     * One server's state.
     *
     * @param server which server
     * @param has whether it has the value
     * @param after how long after the wait began it was first seen to have it, or the time waited so far
     * @param last what it said last, for a person
     */
    public record ServerState(NameServer server, boolean has, Duration after, String last) {}
}
