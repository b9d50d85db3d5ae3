// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.dns01;

import static java.util.Objects.requireNonNull;

import io.github.vpsdns.acme.delegation.DelegationException;
import io.github.vpsdns.acme.journal.Journal;
import io.github.vpsdns.core.CancelledException;
import io.github.vpsdns.core.VpsDnsException;
import io.github.vpsdns.core.dns.PropagationTimeoutException;
import io.github.vpsdns.core.edit.ZoneNotFoundException;
import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.core.record.RecordType;
import io.github.vpsdns.core.record.Txt;
import io.github.vpsdns.core.zone.DnsRecord;
import io.github.vpsdns.core.zone.Zone;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * What other ACME clients call a DNS provider: they make the challenges and trigger them, this puts their values into the zones
 * and takes them away again.
 *
 * <p>Names are followed as the solver that this comes from follows them. A value is meant by itself: putting it where it stands
 * already changes nothing, removing what is not there succeeds, and other values at the name are never touched. Immutable and
 * thread-safe.
 */
public final class ChallengeProvider {
    private final Dns01SolverBuilder settings;

    ChallengeProvider(Dns01SolverBuilder settings) {
        this.settings = settings;
    }

    /**
     * Puts values into their zones, in parallel: one listing of the zones, one of each zone's records, one create for each value
     * that is not there yet.
     *
     * @param values what other clients want to be there
     * @return what was put there: to be {@linkplain Presentation#keep kept} once all is well, and closed in every case
     * @throws PresentationException if not every value could be written; what was written is removed again
     * @throws DelegationException if CNAME records at a challenge name lead nowhere
     * @throws ZoneNotFoundException if no zone of the account covers a name
     * @throws CancelledException if the thread is interrupted, with the flag set again; what was written is removed again
     * @throws VpsDnsException if the API or the name servers cannot be asked
     */
    public Presentation present(Collection<ChallengeValue> values) {
        Map<DomainName, List<DomainName>> chains = chains(names(values));
        List<ChallengeSite> sites = values.stream()
                .map(value ->
                        new ChallengeSite(value.identifier(), false, requireNonNull(chains.get(value.challengeName()))))
                .toList();
        return new Presenter(settings)
                .present(sites, values.stream().map(ChallengeValue::value).toList(), List.of());
    }

    /**
     * Waits until all authoritative servers show every challenge value that the API has at the given names, whoever wrote it: for
     * clients that ask for one value after the other, to be called at the last. Texts that cannot be challenge values are not
     * waited for.
     *
     * @param challengeNames names such as {@code _acme-challenge.example.com}
     * @return how many values there are
     * @throws PropagationTimeoutException if they are not everywhere within the time of the policy
     * @throws CancelledException if the thread is interrupted, with the flag set again
     * @throws VpsDnsException if the API or the name servers cannot be asked
     */
    public int awaitStanding(Collection<DomainName> challengeNames) {
        List<DomainName> targets = chains(challengeNames).values().stream()
                .map(ChallengeProvider::target)
                .distinct()
                .toList();
        Map<DomainName, List<DnsRecord>> standing = settings.editor.find(targets, RecordType.TXT);
        Everywhere everywhere = new Everywhere(settings);
        int count = 0;
        for (DomainName target : targets) {
            Zone zone = settings.editor.zones().zoneOf(target);
            for (DnsRecord record : requireNonNull(standing.get(target))) {
                if (record.data() instanceof Txt txt && ChallengeValue.isOne(txt.text())) {
                    everywhere.expect(zone, target, txt);
                    count++;
                }
            }
        }
        everywhere.await();
        return count;
    }

    /**
     * Removes values: one listing of the zones, one of each zone's records, one delete for each record that holds one of them.
     *
     * @param values what other clients no longer need
     * @return what is gone and what is not; a value that was not there is in neither list
     * @throws DelegationException if CNAME records at a challenge name lead nowhere
     * @throws CancelledException if the thread is interrupted, with the flag set again
     * @throws VpsDnsException if the zones or the name servers cannot be asked
     */
    public CleanupReport remove(Collection<ChallengeValue> values) {
        Map<DomainName, List<DomainName>> chains = chains(names(values));
        // Other processes wrote them, so they are in no journal of this one.
        try (Journal none = Journal.none()) {
            List<OwnValue> unknown = values.stream()
                    .distinct()
                    .map(value -> OwnValue.leftover(
                            none.open(target(requireNonNull(chains.get(value.challengeName()))), value.value())))
                    .toList();
            CleanupReport report = new ValueRemover(settings.editor, none, settings.time).removeOnce(unknown);
            settings.listener.cleanedUp(report);
            return report;
        }
    }

    private Map<DomainName, List<DomainName>> chains(Collection<DomainName> challengeNames) {
        return settings.sites().chains(challengeNames);
    }

    private static List<DomainName> names(Collection<ChallengeValue> values) {
        return values.stream().map(ChallengeValue::challengeName).toList();
    }

    private static DomainName target(List<DomainName> chain) {
        return chain.get(chain.size() - 1);
    }
}
