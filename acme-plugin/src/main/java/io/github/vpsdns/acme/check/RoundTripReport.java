// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.check;

import io.github.vpsdns.core.dns.PropagationReport.ServerState;
import io.github.vpsdns.core.name.DomainName;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What a round trip measured.
 *
 * @param name the name it was made for
 * @param target where the value stood
 * @param servers how long each authoritative server took to show it, from when the API had confirmed it; empty if it was not
 *     written
 * @param calls how long the API took for each call of the trip, by the client's operation, the slowest where there were several
 */
public record RoundTripReport(
        DomainName name, DomainName target, List<ServerState> servers, Map<String, Duration> calls) {
    /** Copies the collections. */
    public RoundTripReport {
        servers = List.copyOf(servers);
        calls = Map.copyOf(calls);
    }
}
