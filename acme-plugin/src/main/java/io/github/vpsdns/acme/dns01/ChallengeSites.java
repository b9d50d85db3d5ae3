// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.dns01;

import static java.util.Objects.requireNonNull;

import io.github.vpsdns.core.CancelledException;
import io.github.vpsdns.core.concurrent.Batch;
import io.github.vpsdns.core.concurrent.TaskOutcome;
import io.github.vpsdns.core.dns.AuthoritativeDns;
import io.github.vpsdns.core.dns.AuthoritativeZone;
import io.github.vpsdns.core.dns.NameServersNotFoundException;
import io.github.vpsdns.core.edit.RecordEditor;
import io.github.vpsdns.core.edit.ZoneNotFoundException;
import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.core.zone.Zone;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;

/**
 * Finds where the value for a challenge name goes.
 *
 * <p>CNAME records are asked for at authoritative servers only: a resolver that is asked too early would keep the absence of
 * the name for as long as the zone's negative TTL says (RFC 2308), and a CA that uses it would not see the value.
 */
final class ChallengeSites {
    private static final int MAX_HOPS = 8;
    private static final int PARALLEL = 8;

    private final Delegation delegation;
    private final RecordEditor editor;
    private final AuthoritativeDns dns;

    ChallengeSites(Delegation delegation, RecordEditor editor, AuthoritativeDns dns) {
        this.delegation = delegation;
        this.editor = editor;
        this.dns = dns;
    }

    /** Finds the sites side by side, each name once, in the order of what is wanted. */
    List<ChallengeSite> of(List<Wanted> wanted) {
        Map<DomainName, List<DomainName>> chains =
                chains(wanted.stream().map(Wanted::challengeName).toList());
        return wanted.stream()
                .map(one -> new ChallengeSite(
                        one.identifier(), one.wildcard(), requireNonNull(chains.get(one.challengeName()))))
                .toList();
    }

    /** Returns for each challenge name what leads from it to where its values go, the name itself first. */
    Map<DomainName, List<DomainName>> chains(Collection<DomainName> challengeNames) {
        List<DomainName> names = challengeNames.stream().distinct().toList();
        List<TaskOutcome<List<DomainName>>> outcomes = new Batch("delegation", PARALLEL)
                .run(names.stream()
                        .map(name -> (Callable<List<DomainName>>) () -> chain(name))
                        .toList());
        Map<DomainName, List<DomainName>> chains = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            chains.put(names.get(i), result(outcomes.get(i)));
        }
        return chains;
    }

    private static List<DomainName> result(TaskOutcome<List<DomainName>> outcome) {
        if (outcome instanceof TaskOutcome.Done<List<DomainName>> done) {
            return done.value();
        }
        if (outcome instanceof TaskOutcome.Failed<List<DomainName>> failed) {
            throw failed.reason() instanceof RuntimeException known
                    ? known
                    : new IllegalStateException("looking for CNAME records failed", failed.reason());
        }
        throw new CancelledException("interrupted while looking for CNAME records at challenge names", null);
    }

    /** Returns the challenge name and each alias from it. */
    private List<DomainName> chain(DomainName challengeName) {
        if (delegation instanceof Delegation.Alias alias) {
            return List.of(challengeName, alias.target());
        }
        if (delegation instanceof Delegation.Off) {
            return List.of(challengeName);
        }
        Set<DomainName> chain = new LinkedHashSet<>();
        chain.add(challengeName);
        DomainName at = challengeName;
        while (true) {
            Optional<DomainName> alias = zoneOf(at).alias(at);
            if (alias.isEmpty()) {
                return List.copyOf(chain);
            }
            at = alias.get();
            if (!chain.add(at)) {
                List<DomainName> circle = new ArrayList<>(chain);
                circle.add(at);
                throw DelegationException.circle(circle);
            }
            if (chain.size() > MAX_HOPS + 1) {
                throw DelegationException.tooLong(MAX_HOPS, chain);
            }
        }
    }

    /** The account's own list says which zone a name is in; only for names outside of it must DNS be asked. */
    private AuthoritativeZone zoneOf(DomainName name) {
        List<DomainName> zones = editor.zones().all().stream().map(Zone::domain).toList();
        Optional<DomainName> own = zones.stream()
                .filter(name::isWithin)
                .max(Comparator.comparingInt(zone -> zone.labels().size()));
        return own.map(dns::zone).orElseGet(() -> foreign(name, zones));
    }

    /** Where DNS knows no zone either, the name is mistyped or another account's, which is what the reader wants to know. */
    private AuthoritativeZone foreign(DomainName name, List<DomainName> zones) {
        try {
            return dns.zoneContaining(name);
        } catch (NameServersNotFoundException e) {
            if (e.isTransient()) {
                throw e;
            }
            ZoneNotFoundException outside = new ZoneNotFoundException(name, zones);
            outside.addSuppressed(e);
            throw outside;
        }
    }
}
