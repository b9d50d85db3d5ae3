// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.dns01;

import io.github.vpsdns.core.dns.PropagationPolicy;
import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.core.record.RecordData;
import io.github.vpsdns.core.time.Deadline;
import io.github.vpsdns.core.zone.Zone;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Waits until values are at all authoritative servers of their zones, within one limit for all. For one thread. */
final class Everywhere {
    private final Dns01SolverBuilder settings;
    private final Map<DomainName, Map<DomainName, Set<RecordData>>> byZone = new LinkedHashMap<>();

    Everywhere(Dns01SolverBuilder settings) {
        this.settings = settings;
    }

    void expect(Zone zone, DomainName name, RecordData value) {
        byZone.computeIfAbsent(zone.domain(), any -> new LinkedHashMap<>())
                .computeIfAbsent(name, any -> new LinkedHashSet<>())
                .add(value);
    }

    void await() {
        Deadline deadline = Deadline.after(settings.propagation.timeout(), settings.time);
        // One zone after the other takes no longer than all at once: the servers go on meanwhile.
        byZone.forEach((zone, expected) -> await(zone, expected, deadline));
    }

    private void await(DomainName zone, Map<DomainName, Set<RecordData>> expected, Deadline deadline) {
        PropagationPolicy policy = settings.propagation;
        Duration left =
                deadline.remaining().compareTo(policy.interval()) < 0 ? policy.interval() : deadline.remaining();
        settings.dns
                .zone(zone)
                .awaitAllEverywhere(
                        expected,
                        new PropagationPolicy(left, policy.interval(), policy.tolerateSilentAfter()),
                        settings.listener::propagation);
    }
}
