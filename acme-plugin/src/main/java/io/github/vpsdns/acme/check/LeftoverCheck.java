// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.check;

import io.github.vpsdns.acme.sweep.ChallengeSweep;
import io.github.vpsdns.acme.sweep.FoundValue;
import io.github.vpsdns.acme.sweep.FoundValue.Verdict;
import io.github.vpsdns.acme.sweep.SweepFindings;
import io.github.vpsdns.acme.sweep.SweepScope;
import io.github.vpsdns.core.VpsDnsException;
import io.github.vpsdns.core.name.DomainName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Challenge values that stand in zones without anybody waiting for them any more. */
final class LeftoverCheck {
    private static final Duration OLD = Duration.ofHours(1);

    /** CAs limit how much they read; Let's Encrypt's guide warns of too many values at a name without naming a number. */
    private static final int CROWD = 8;

    private final ChallengeSweep sweep;

    LeftoverCheck(ChallengeSweep sweep) {
        this.sweep = sweep;
    }

    /** Reads all the zones, each once. */
    Map<DomainName, List<Finding>> run(List<DomainName> zones, Set<DomainName> targets) {
        SweepFindings found = sweep.find(new SweepScope(zones, OLD, false, targets, false));
        Map<DomainName, List<Finding>> findings = new LinkedHashMap<>();
        for (DomainName zone : zones) {
            VpsDnsException unread = found.unread().get(zone);
            Subject subject = new Subject.OfZone(zone);
            findings.put(
                    zone,
                    unread != null
                            ? List.of(Finding.failed(subject, Kind.LEFTOVERS, unread))
                            : judge(
                                    subject,
                                    found.values().stream()
                                            .filter(value ->
                                                    value.zone().domain().equals(zone))
                                            .toList()));
        }
        return findings;
    }

    private static List<Finding> judge(Subject subject, List<FoundValue> values) {
        long old = values.stream()
                .filter(value -> value.verdict() == Verdict.STALE)
                .count();
        long undated = values.stream()
                .filter(value -> value.verdict() == Verdict.UNDATED)
                .count();
        List<Finding> findings = new ArrayList<>();
        if (old + undated == 0) {
            findings.add(Finding.ok(subject, Kind.LEFTOVERS, "no challenge values are left behind"));
        } else {
            String some = old == 0 ? "" : plural(old) + " older than an hour";
            String more = undated == 0 ? "" : plural(undated) + " of unknown age";
            findings.add(Finding.warning(
                    subject,
                    Kind.LEFTOVERS,
                    "there are " + some + (some.isEmpty() || more.isEmpty() ? "" : " and ") + more,
                    "remove them with 'vpsdns acme cleanup" + (undated == 0 ? "" : " --include-undated") + "'"));
        }
        Map<DomainName, Integer> byName = new LinkedHashMap<>();
        values.forEach(value -> byName.merge(value.name(), 1, Integer::sum));
        byName.forEach((name, count) -> {
            if (count > CROWD) {
                findings.add(Finding.warning(
                        subject,
                        Kind.CROWDED_NAME,
                        count + " challenge values stand at " + name + ", and CAs refuse answers that are too big",
                        "remove the old ones with 'vpsdns acme cleanup'"));
            }
        });
        return findings;
    }

    private static String plural(long count) {
        return count == 1 ? "1 challenge value" : count + " challenge values";
    }
}
