// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.persist;

import io.github.vpsdns.core.dns.PropagationPolicy;
import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.core.record.RecordData;
import io.github.vpsdns.core.time.Deadline;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Waits until every authoritative server has what was written. */
final class ProofWait {
    private final PersistentProofsBuilder settings;

    ProofWait(PersistentProofsBuilder settings) {
        this.settings = settings;
    }

    void await(List<ProofStep> steps) {
        PropagationPolicy policy = settings.propagation;
        Deadline deadline = Deadline.after(policy.timeout(), settings.time);
        Map<DomainName, Map<DomainName, Set<RecordData>>> byZone = new LinkedHashMap<>();
        steps.forEach(step -> byZone.computeIfAbsent(
                        settings.editor.zones().zoneOf(step.target()).domain(), zone -> new LinkedHashMap<>())
                .computeIfAbsent(step.target(), name -> new LinkedHashSet<>())
                .add(step.record().txt()));
        // One zone after the other takes no longer than all at once: the servers go on meanwhile.
        byZone.forEach((zone, expected) -> {
            Duration left =
                    deadline.remaining().compareTo(policy.interval()) < 0 ? policy.interval() : deadline.remaining();
            settings.dns
                    .zone(zone)
                    .awaitAllEverywhere(
                            expected,
                            new PropagationPolicy(left, policy.interval(), policy.tolerateSilentAfter()),
                            settings.propagationListener);
        });
    }
}
