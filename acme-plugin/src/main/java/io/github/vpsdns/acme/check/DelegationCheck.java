// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.check;

import io.github.vpsdns.core.dns.AuthoritativeDns;
import io.github.vpsdns.core.dns.AuthoritativeZone;
import io.github.vpsdns.core.dns.NameServer;
import io.github.vpsdns.core.dns.NameServersNotFoundException;
import io.github.vpsdns.core.name.DomainName;
import java.util.Collection;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Whether public DNS leads to the servers that serve the account's zone. The servers of the zone above are asked whom they
 * delegate to, since a resolver would show what the zone says of itself.
 */
final class DelegationCheck {
    private final AuthoritativeDns dns;
    private final boolean serversGiven;
    private final Set<DomainName> home;

    DelegationCheck(AuthoritativeDns dns, boolean serversGiven, Set<DomainName> home) {
        this.dns = dns;
        this.serversGiven = serversGiven;
        this.home = home;
    }

    /** Returns the servers that one is led to; empty if there are none to be found. */
    Optional<AuthoritativeZone> run(DomainName domain, Findings findings) {
        Subject subject = new Subject.OfZone(domain);
        try {
            AuthoritativeZone zone = serversGiven ? dns.zone(domain) : delegated(domain);
            findings.add(serversGiven ? notLookedAt(subject, zone) : led(subject, hosts(zone)));
            findings.addAll(new ServersCheck(subject, zone, serversGiven).run());
            return Optional.of(zone);
        } catch (NameServersNotFoundException e) {
            findings.add(e.isTransient() ? Finding.failed(subject, Kind.DELEGATION, e) : missing(subject, domain, e));
            return Optional.empty();
        }
    }

    /** Where the servers above serve this zone as well, or cannot be asked, the resolver's word has to do. */
    private AuthoritativeZone delegated(DomainName domain) {
        AuthoritativeZone zone;
        try {
            zone = dns.zoneContaining(domain);
        } catch (NameServersNotFoundException e) {
            return dns.zone(domain);
        }
        return zone.apex().equals(domain) ? zone : dns.zone(domain);
    }

    private Finding led(Subject subject, Set<DomainName> hosts) {
        if (home.isEmpty() || !Collections.disjoint(hosts, home)) {
            return Finding.ok(subject, Kind.DELEGATION, "public DNS leads to " + list(hosts));
        }
        return Finding.problem(
                subject,
                Kind.DELEGATION,
                "public DNS leads to " + list(hosts) + " and not to " + list(home)
                        + ", so what the API writes is not what is asked for",
                "set the name servers to " + list(home)
                        + " at the domain's registrar; if these are other names for the same servers, the round trip"
                        + " shows it");
    }

    private Finding missing(Subject subject, DomainName domain, NameServersNotFoundException reason) {
        return Finding.problem(
                subject,
                Kind.DELEGATION,
                "public DNS does not lead to this zone (" + reason.getMessage() + ")",
                "set the name servers of " + domain + " at its registrar" + (home.isEmpty() ? "" : " to " + list(home))
                        + ", and mind the spelling");
    }

    private static Finding notLookedAt(Subject subject, AuthoritativeZone zone) {
        return Finding.ok(
                subject,
                Kind.DELEGATION,
                "whether public DNS leads here was not looked at, since the servers to ask are given: "
                        + zone.servers().stream().map(NameServer::toString).collect(Collectors.joining(", ")));
    }

    static Set<DomainName> hosts(AuthoritativeZone zone) {
        return zone.servers().stream()
                .map(server -> DomainName.of(server.host()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    static String list(Collection<DomainName> names) {
        return names.stream().sorted().map(DomainName::toString).collect(Collectors.joining(", "));
    }
}
