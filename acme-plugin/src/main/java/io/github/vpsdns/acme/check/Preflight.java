// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.check;

import io.github.vpsdns.acme.delegation.ChallengeChains;
import io.github.vpsdns.acme.dns01.CleanupReport;
import io.github.vpsdns.acme.sweep.ChallengeShape;
import io.github.vpsdns.acme.sweep.ChallengeSweep;
import io.github.vpsdns.core.CancelledException;
import io.github.vpsdns.core.VpsDnsException;
import io.github.vpsdns.core.api.VpsDnsClient;
import io.github.vpsdns.core.dns.AuthoritativeDns;
import io.github.vpsdns.core.edit.RecordEditor;
import io.github.vpsdns.core.edit.ZoneDirectory;
import io.github.vpsdns.core.error.UnauthorizedException;
import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.core.zone.Zone;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Goes the way of a certificate up to the CA's door.
 *
 * <p>Calls of the API: one for the token, one listing of the zones, one of the records of each zone looked at; for each round trip
 * one more listing, a create and a delete. Built once, may be run any number of times, by one thread at a time.
 */
public final class Preflight {
    private static final Subject ACCOUNT = new Subject.Account();

    private final PreflightBuilder settings;
    private final ZoneDirectory zones;
    private final ChallengeChains chains;

    Preflight(PreflightBuilder settings) {
        this.settings = settings;
        this.zones = settings.editor.zones();
        this.chains = new ChallengeChains(settings.delegation, zones, settings.dns);
    }

    /**
     * Begins to set up a preflight.
     *
     * @param client the API
     * @param editor edits by that client
     * @param dns asks the zones' servers
     * @return the builder
     */
    public static PreflightBuilder builder(VpsDnsClient client, RecordEditor editor, AuthoritativeDns dns) {
        return new PreflightBuilder(client, editor, dns);
    }

    /**
     * Looks at names, and at the zones they need. Without names, looks at all zones of the account and writes nothing.
     *
     * @param names names that certificates are wanted for; {@code *.} counts as the name behind it
     * @param listener told of each finding as it comes
     * @return all that was found; failures of API and DNS are findings as well
     * @throws CancelledException if the thread is interrupted, with the flag set again; what was written is removed
     */
    public CheckReport run(List<DomainName> names, CheckListener listener) {
        Findings findings = new Findings(listener);
        Optional<List<Zone>> account = account(findings);
        if (account.isEmpty()) {
            return findings.report();
        }
        earlierRuns(findings);
        ChallengeNameCheck challengeNames = new ChallengeNameCheck(chains, zones);
        List<Site> sites = names.stream()
                .map(DomainName::withoutWildcard)
                .distinct()
                .map(challengeNames::run)
                .toList();
        Set<DomainName> served = look(involved(sites, account.get(), names.isEmpty()), targets(sites), findings);
        for (Site site : sites) {
            findings.addAll(site.findings());
            settings.further.forEach(check -> findings.addAll(check.run(site.name())));
            RoundTrip roundTrip = settings.roundTrip;
            Zone zone = site.zone();
            if (roundTrip != null && zone != null && served.contains(zone.domain())) {
                roundTrip.run(site, findings);
            }
        }
        return findings.report();
    }

    /** Returns the zones; empty if the API gives nothing, so that there is no use in going on. */
    private Optional<List<Zone>> account(Findings findings) {
        if (settings.tokenSource != null) {
            findings.add(Finding.ok(ACCOUNT, Kind.TOKEN_FOUND, "the token was found in " + settings.tokenSource));
        }
        try {
            findings.addAll(new TokenCheck(settings.client).run());
            List<Zone> all = zones.all();
            findings.add(listed(all));
            return Optional.of(all);
        } catch (CancelledException e) {
            throw e;
        } catch (VpsDnsException e) {
            findings.add(
                    Finding.failed(ACCOUNT, e instanceof UnauthorizedException ? Kind.TOKEN_ACCEPTED : Kind.ZONES, e));
            return Optional.empty();
        }
    }

    private static Finding listed(List<Zone> all) {
        return switch (all.size()) {
            case 0 ->
                Finding.problem(
                        ACCOUNT,
                        Kind.ZONES,
                        "the account has no zones",
                        "create one with 'vpsdns zones create DOMAIN', or check whose token this is");
            case 1 ->
                Finding.ok(
                        ACCOUNT,
                        Kind.ZONES,
                        "the account has one zone, " + all.get(0).domain());
            default -> Finding.ok(ACCOUNT, Kind.ZONES, "the account has " + all.size() + " zones");
        };
    }

    private void earlierRuns(Findings findings) {
        CleanupReport report;
        try {
            report = settings.earlierRuns.get();
        } catch (CancelledException e) {
            throw e;
        } catch (VpsDnsException e) {
            findings.add(Finding.failed(ACCOUNT, Kind.OWN_LEFTOVERS, e));
            return;
        }
        if (!report.gone().isEmpty()) {
            findings.add(Finding.ok(
                    ACCOUNT,
                    Kind.OWN_LEFTOVERS,
                    "values that an earlier run left behind were removed at " + list(report.gone())));
        }
        if (!report.complete()) {
            List<DomainName> left =
                    report.left().stream().map(CleanupReport.Leftover::name).toList();
            findings.add(Finding.warning(
                    ACCOUNT,
                    Kind.OWN_LEFTOVERS,
                    "earlier runs left values behind at " + list(left) + " ("
                            + report.left().get(0).reason() + ")",
                    "remove them with 'vpsdns acme cleanup'; the next certificate does as well"));
        }
    }

    private static String list(List<DomainName> names) {
        return names.stream().map(DomainName::toString).distinct().collect(Collectors.joining(", "));
    }

    /** The zones of the names themselves and those that their values go to. */
    private List<DomainName> involved(List<Site> sites, List<Zone> account, boolean all) {
        if (all) {
            return account.stream().map(Zone::domain).toList();
        }
        Set<DomainName> involved = new LinkedHashSet<>();
        for (Site site : sites) {
            chains.ownZone(site.name()).map(Zone::domain).ifPresent(involved::add);
            Zone zone = site.zone();
            if (zone != null) {
                involved.add(zone.domain());
            }
        }
        return List.copyOf(involved);
    }

    private static Set<DomainName> targets(List<Site> sites) {
        return sites.stream()
                .filter(site -> site.zone() != null)
                .map(Site::target)
                .filter(target -> !ChallengeShape.isChallengeName(target))
                .collect(Collectors.toSet());
    }

    /** Returns the zones whose servers were found. */
    private Set<DomainName> look(List<DomainName> involved, Set<DomainName> targets, Findings findings) {
        if (involved.isEmpty()) {
            return Set.of();
        }
        Map<DomainName, List<Finding>> leftovers = new LeftoverCheck(
                        new ChallengeSweep(settings.client, settings.editor, settings.time))
                .run(involved, targets);
        DelegationCheck delegation = new DelegationCheck(settings.dns, settings.serversGiven, settings.home);
        Set<DomainName> served = new HashSet<>();
        for (DomainName zone : involved) {
            if (delegation.run(zone, findings).isPresent()) {
                served.add(zone);
            }
            findings.addAll(leftovers.getOrDefault(zone, List.of()));
        }
        return served;
    }
}
