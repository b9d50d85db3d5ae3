// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.delegation;

import static java.util.Objects.requireNonNull;

import io.github.vpsdns.core.CancelledException;
import io.github.vpsdns.core.VpsDnsException;
import io.github.vpsdns.core.dns.AuthoritativeDns;
import io.github.vpsdns.core.dns.AuthoritativeZone;
import io.github.vpsdns.core.dns.NameServersNotFoundException;
import io.github.vpsdns.core.edit.ZoneDirectory;
import io.github.vpsdns.core.edit.ZoneNotFoundException;
import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.core.zone.Zone;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Follows CNAME records from challenge names to where their values go (RFC 8555 section 8.4).
 *
 * <p>They are asked for at authoritative servers only: a resolver that is asked too early would keep the absence of the name for
 * as long as the zone's negative TTL says (RFC 2308), and a CA that uses it would not see the value. Immutable and thread-safe.
 */
public final class ChallengeChains {
    private static final int MAX_HOPS = 8;

    private final Delegation delegation;
    private final ZoneDirectory zones;
    private final AuthoritativeDns dns;

    /**
     * Prepares to follow; asks nothing yet.
     *
     * @param delegation whether and how
     * @param zones says which names are in this account
     * @param dns asks the zones' servers
     */
    public ChallengeChains(Delegation delegation, ZoneDirectory zones, AuthoritativeDns dns) {
        this.delegation = requireNonNull(delegation, "delegation");
        this.zones = requireNonNull(zones, "zones");
        this.dns = requireNonNull(dns, "dns");
    }

    /**
     * Follows from one name.
     *
     * @param challengeName where the CA begins to look
     * @return that name, then each alias from it; the value goes to the last one
     * @throws DelegationException if the CNAME records lead in a circle, or over more than eight
     * @throws ZoneNotFoundException if a name on the way is neither in the account nor known to DNS
     * @throws CancelledException if the thread is interrupted, with the flag set again
     * @throws VpsDnsException if the API or the name servers cannot be asked
     */
    public List<DomainName> from(DomainName challengeName) {
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

    /**
     * Finds the account's zone that a name is in, by the list of zones at hand: a name outside does not make it be listed anew.
     *
     * @param name any name
     * @return the zone with the longest matching suffix; empty if the name is in none
     * @throws CancelledException if the thread is interrupted, with the flag set again
     * @throws VpsDnsException if the zones are not known yet and cannot be listed
     */
    public Optional<Zone> ownZone(DomainName name) {
        return zones.all().stream()
                .filter(zone -> name.isWithin(zone.domain()))
                .max(Comparator.comparingInt(zone -> zone.domain().labels().size()));
    }

    /** The account's own list says which zone a name is in; only for names outside of it must DNS be asked. */
    private AuthoritativeZone zoneOf(DomainName name) {
        return ownZone(name).map(zone -> dns.zone(zone.domain())).orElseGet(() -> foreign(name));
    }

    /** Where DNS knows no zone either, the name is mistyped or another account's, which is what the reader wants to know. */
    private AuthoritativeZone foreign(DomainName name) {
        try {
            return dns.zoneContaining(name);
        } catch (NameServersNotFoundException e) {
            if (e.isTransient()) {
                throw e;
            }
            ZoneNotFoundException outside = new ZoneNotFoundException(
                    name, zones.all().stream().map(Zone::domain).toList());
            outside.addSuppressed(e);
            throw outside;
        }
    }
}
