// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.check;

import io.github.vpsdns.acme.delegation.ChallengeChains;
import io.github.vpsdns.acme.sweep.ChallengeShape;
import io.github.vpsdns.core.CancelledException;
import io.github.vpsdns.core.VpsDnsException;
import io.github.vpsdns.core.edit.ZoneDirectory;
import io.github.vpsdns.core.edit.ZoneNotFoundException;
import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.core.zone.Zone;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Where the challenge name of a name leads, and whether that is in this account. */
final class ChallengeNameCheck {
    private final ChallengeChains chains;
    private final ZoneDirectory zones;

    ChallengeNameCheck(ChallengeChains chains, ZoneDirectory zones) {
        this.chains = chains;
        this.zones = zones;
    }

    Site run(DomainName name) {
        Subject subject = new Subject.Name(name);
        DomainName challengeName = ChallengeShape.challengeName(name);
        try {
            List<DomainName> chain = chains.from(challengeName);
            Optional<Zone> zone = chains.ownZone(chain.get(chain.size() - 1));
            return zone.isPresent()
                    ? new Site(name, chain, zone.get(), List.of(here(subject, chain, zone.get())))
                    : new Site(name, chain, null, List.of(outside(subject, chain)));
        } catch (CancelledException e) {
            throw e;
        } catch (ZoneNotFoundException e) {
            return new Site(name, List.of(), null, List.of(uncovered(subject, e)));
        } catch (VpsDnsException e) {
            return new Site(name, List.of(), null, List.of(Finding.failed(subject, Kind.CHALLENGE_NAME, e)));
        }
    }

    private static Finding here(Subject subject, List<DomainName> chain, Zone zone) {
        return chain.size() == 1
                ? Finding.ok(subject, Kind.ZONE_COVERS, "the zone " + zone.domain() + " of this account covers it")
                : Finding.ok(
                        subject,
                        Kind.CHALLENGE_NAME,
                        words(chain) + ", in the zone " + zone.domain() + " of this account");
    }

    private Finding outside(Subject subject, List<DomainName> chain) {
        return chain.size() == 1
                ? uncovered(subject, new ZoneNotFoundException(chain.get(0), domains()))
                : Finding.problem(
                        subject,
                        Kind.CHALLENGE_NAME,
                        words(chain) + ", which is in no zone of this account",
                        "let the CNAME record lead into a zone of this account, or remove it");
    }

    private List<DomainName> domains() {
        return zones.all().stream().map(Zone::domain).toList();
    }

    private static Finding uncovered(Subject subject, ZoneNotFoundException reason) {
        return Finding.problem(
                subject,
                Kind.ZONE_COVERS,
                String.valueOf(reason.getMessage()),
                "create the zone, check whose token this is, or lead its challenges here by a CNAME record ('vpsdns acme"
                        + " delegate')");
    }

    private static String words(List<DomainName> chain) {
        return chain.get(0) + " leads to "
                + chain.stream().skip(1).map(DomainName::toString).collect(Collectors.joining(", and from there to "));
    }
}
