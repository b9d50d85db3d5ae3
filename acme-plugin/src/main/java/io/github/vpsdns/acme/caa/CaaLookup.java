// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.caa;

import io.github.vpsdns.core.CancelledException;
import io.github.vpsdns.core.VpsDnsException;
import io.github.vpsdns.core.dns.Answer;
import io.github.vpsdns.core.dns.AuthoritativeDns;
import io.github.vpsdns.core.dns.AuthoritativeZone;
import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.core.record.RecordData;
import io.github.vpsdns.core.record.RecordType;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * CAA records at one name, as its authoritative servers have them; aliases are followed as a resolver would (RFC 8659 section 3).
 * Immutable and thread-safe.
 */
final class CaaLookup {
    private static final int MAX_HOPS = 8;

    private final AuthoritativeDns dns;

    CaaLookup(AuthoritativeDns dns) {
        this.dns = dns;
    }

    /**
     * Asks all servers.
     *
     * @param name no wildcard
     * @param below the zone that a name below this one is in, or {@code null}
     */
    CaaAnswer at(DomainName name, @Nullable AuthoritativeZone below) {
        try {
            // What is within the zone of a name below has no cut between itself and that zone's apex.
            AuthoritativeZone own = below != null && name.isWithin(below.apex()) ? below : zoneOf(name);
            AuthoritativeZone zone = own;
            DomainName at = name;
            for (int hop = 0; hop <= MAX_HOPS; hop++) {
                Said said = Said.of(at, zone.lookup(at, RecordType.CAA));
                if (said.target() == null) {
                    return said.records().isEmpty()
                            ? new CaaAnswer.Nothing(own)
                            : new CaaAnswer.Records(said.records());
                }
                at = said.target();
                zone = zoneOf(at);
            }
            return new CaaAnswer.Unknown("the aliases from '" + name + "' do not end");
        } catch (CancelledException e) {
            throw e;
        } catch (VpsDnsException e) {
            return new CaaAnswer.Unknown(String.valueOf(e.getMessage()));
        }
    }

    /** A top-level domain is a zone; what else is one is to be found out. */
    private AuthoritativeZone zoneOf(DomainName name) {
        return name.parent().isRoot() ? dns.zone(name) : dns.zoneContaining(name);
    }

    /**
     * What the servers agree on.
     *
     * @param records none if there are none, or the name is an alias
     * @param target what the name is an alias of, or {@code null}
     */
    private record Said(List<RecordData> records, @Nullable DomainName target) {
        static Said of(DomainName name, Map<?, Answer> answers) {
            Set<Said> distinct = new HashSet<>();
            Set<String> failures = new LinkedHashSet<>();
            answers.forEach((server, answer) -> {
                if (answer instanceof Answer.Failed failed) {
                    failures.add(server + ": " + failed.reason());
                } else {
                    distinct.add(of(answer));
                }
            });
            if (distinct.size() != 1) {
                throw new VpsDnsException(
                        distinct.isEmpty()
                                ? "no name server tells the CAA records of '" + name + "' ("
                                        + String.join("; ", failures) + ")"
                                : "the name servers disagree on the CAA records of '" + name + "'",
                        null);
            }
            return distinct.iterator().next();
        }

        private static Said of(Answer answer) {
            if (answer instanceof Answer.Alias alias) {
                return new Said(List.of(), alias.target());
            }
            List<RecordData> records = answer instanceof Answer.Data data ? data.data() : List.of();
            // Servers rotate the order.
            return new Said(
                    records.stream()
                            .sorted((a, b) -> a.value().compareTo(b.value()))
                            .collect(Collectors.toList()),
                    null);
        }
    }
}
