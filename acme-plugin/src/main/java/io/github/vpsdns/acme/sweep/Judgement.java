// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.sweep;

import io.github.vpsdns.acme.sweep.FoundValue.Verdict;
import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.core.record.Cname;
import io.github.vpsdns.core.zone.DnsRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells challenge values from other records, and stale ones from those that may be needed. */
final class Judgement {
    private final SweepScope scope;
    private final Instant now;

    Judgement(SweepScope scope, Instant now) {
        this.scope = scope;
        this.now = now;
    }

    List<FoundValue> of(List<Listed> zones) {
        Set<DomainName> ends = ends(zones);
        List<FoundValue> found = new ArrayList<>();
        for (Listed zone : zones) {
            for (DnsRecord record : zone.records()) {
                if (ChallengeShape.isChallengeValue(record.data())) {
                    record.fqdn(zone.zone().domain()).ifPresent(name -> {
                        Verdict verdict = verdict(zone.zone().domain(), name, record.createdAt(), ends);
                        if (verdict != null) {
                            found.add(new FoundValue(zone.zone(), name, record, verdict));
                        }
                    });
                }
            }
        }
        return found;
    }

    /** Returns {@code null} for a text that only happens to be as long, at a name of another purpose. */
    private @Nullable Verdict verdict(
            DomainName zone, DomainName name, @Nullable Instant createdAt, Set<DomainName> ends) {
        // A zone may have been read for an alias in it alone.
        boolean meant = scope.zones().isEmpty() || scope.zones().contains(zone);
        boolean ours = scope.aliases().contains(name) || (meant && ChallengeShape.isChallengeName(name));
        if (!ours && !(meant && ends.contains(name))) {
            return null;
        }
        if (!ours && !scope.follow()) {
            return Verdict.AT_ALIAS;
        }
        if (createdAt == null) {
            return scope.undated() ? Verdict.STALE : Verdict.UNDATED;
        }
        return createdAt.isAfter(now.minus(scope.olderThan())) ? Verdict.YOUNG : Verdict.STALE;
    }

    /** The names that CNAME records of challenge names lead to, directly or over others. */
    private static Set<DomainName> ends(List<Listed> zones) {
        Map<DomainName, DomainName> aliases = new HashMap<>();
        for (Listed zone : zones) {
            for (DnsRecord record : zone.records()) {
                if (record.data() instanceof Cname cname) {
                    record.fqdn(zone.zone().domain()).ifPresent(name -> aliases.put(name, cname.target()));
                }
            }
        }
        Set<DomainName> ends = new HashSet<>();
        aliases.keySet().stream().filter(ChallengeShape::isChallengeName).forEach(name -> {
            @Nullable DomainName at = aliases.get(name);
            // A name that was met before ends a circle.
            while (at != null && ends.add(at)) {
                at = aliases.get(at);
            }
        });
        return ends;
    }
}
