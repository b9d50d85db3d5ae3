// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.delegation;

import static java.util.Objects.requireNonNull;

import io.github.vpsdns.acme.delegation.DelegationState.Status;
import io.github.vpsdns.acme.sweep.ChallengeShape;
import io.github.vpsdns.core.CancelledException;
import io.github.vpsdns.core.InvalidValueException;
import io.github.vpsdns.core.VpsDnsException;
import io.github.vpsdns.core.dns.AuthoritativeDns;
import io.github.vpsdns.core.edit.RecordEditor;
import io.github.vpsdns.core.edit.ZoneNotFoundException;
import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.core.record.Cname;
import io.github.vpsdns.core.record.Ttl;
import io.github.vpsdns.core.zone.RecordDraft;
import io.github.vpsdns.core.zone.Zone;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Says which CNAME records lead challenges into a zone of this account, and whether they do. Immutable and thread-safe. */
public final class Delegations {
    private final RecordEditor editor;
    private final ChallengeChains chains;

    /**
     * Prepares to look; asks nothing yet.
     *
     * @param editor knows the account's zones, and makes records
     * @param dns asks zones' servers
     */
    public Delegations(RecordEditor editor, AuthoritativeDns dns) {
        this.editor = requireNonNull(editor, "editor");
        this.chains = new ChallengeChains(new Delegation.Follow(), editor.zones(), requireNonNull(dns, "dns"));
    }

    /**
     * Looks where the challenges of a name lead now.
     *
     * @param name the name; {@code *.} counts as the name behind it
     * @param zone the zone of this account that they should lead to
     * @return what is there and what should be
     * @throws InvalidValueException if the zone's name is too long to have a target in it
     * @throws CancelledException if the thread is interrupted, with the flag set again
     * @throws VpsDnsException if the API cannot be asked for the account's zones
     */
    public DelegationState look(DomainName name, DomainName zone) {
        DomainName bare = name.withoutWildcard();
        Optional<DomainName> own = zoneOf(bare);
        DelegationState blank = new DelegationState(
                bare,
                ChallengeShape.challengeName(bare),
                TargetNames.of(bare, zone),
                List.of(),
                Status.UNKNOWN,
                own.isPresent(),
                "");
        try {
            return judge(
                    blank,
                    chains.from(blank.challengeName()),
                    own.filter(zone::equals).isPresent());
        } catch (CancelledException e) {
            throw e;
        } catch (DelegationException e) {
            return blank.now(Status.BROKEN, words(e), e.chain());
        } catch (ZoneNotFoundException e) {
            return blank.now(
                    Status.UNKNOWN, "neither this account nor public DNS knows a zone that covers the name", List.of());
        } catch (VpsDnsException e) {
            return blank.now(e.isTransient() ? Status.UNREACHABLE : Status.UNKNOWN, words(e), List.of());
        }
    }

    /**
     * Makes the record, where the challenge name is in a zone of this account; there already is as good.
     *
     * @param state what {@link #look} gave
     * @return what is there then
     * @throws ZoneNotFoundException if the challenge name is in no zone of this account
     * @throws io.github.vpsdns.core.edit.CnameConflictException if other records are in the way; nothing was written then
     * @throws CancelledException if the thread is interrupted, with the flag set again
     * @throws VpsDnsException if a call fails
     */
    public DelegationState create(DelegationState state) {
        editor.add(new RecordDraft(state.challengeName(), new Cname(state.target()), Ttl.API_DEFAULT));
        return state.now(Status.IN_PLACE, "the record is made", List.of(state.challengeName(), state.target()));
    }

    private DelegationState judge(DelegationState blank, List<DomainName> chain, boolean sameZone) {
        DomainName end = chain.get(chain.size() - 1);
        if (chain.size() == 1) {
            return sameZone
                    ? blank.now(Status.NOT_NEEDED, "the name is in that zone itself", chain)
                    : blank.now(Status.MISSING, "there is no CNAME record", chain);
        }
        String leads = "it leads to "
                + chain.stream().skip(1).map(DomainName::toString).collect(Collectors.joining(", and from there to "));
        Optional<DomainName> zone = zoneOf(end);
        return zone.isPresent()
                ? blank.now(Status.IN_PLACE, leads + ", in the zone " + zone.get() + " of this account", chain)
                : blank.now(Status.LEADS_OUTSIDE, leads + ", which is in no zone of this account", chain);
    }

    private Optional<DomainName> zoneOf(DomainName name) {
        return chains.ownZone(name).map(Zone::domain);
    }

    private static String words(VpsDnsException e) {
        return String.valueOf(e.getMessage());
    }
}
