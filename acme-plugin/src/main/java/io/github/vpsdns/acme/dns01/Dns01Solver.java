// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.dns01;

import io.github.vpsdns.acme.delegation.Delegation;
import io.github.vpsdns.acme.delegation.DelegationException;
import io.github.vpsdns.core.CancelledException;
import io.github.vpsdns.core.VpsDnsException;
import io.github.vpsdns.core.dns.AuthoritativeDns;
import io.github.vpsdns.core.dns.PropagationPolicy;
import io.github.vpsdns.core.edit.RecordEditor;
import io.github.vpsdns.core.edit.ZoneNotFoundException;
import io.github.vpsdns.core.name.DomainName;
import java.util.Collection;
import java.util.List;
import org.shredzone.acme4j.Authorization;
import org.shredzone.acme4j.Status;
import org.shredzone.acme4j.exception.AcmeLazyLoadingException;

/**
 * Answers DNS-01 challenges through the VPS.org DNS API.
 *
 * <p>For any number of names in one zone it takes two listings (zones, and the zone's records), one create for each value
 * that is not there yet, and one delete for each. The package's introduction has an example. Immutable and thread-safe.
 */
public final class Dns01Solver {
    private final Dns01SolverBuilder settings;

    Dns01Solver(Dns01SolverBuilder settings) {
        this.settings = settings;
    }

    /**
     * Begins to build a solver.
     *
     * @param editor writes to the zones of the account
     * @param dns asks the zones' servers
     * @return the builder
     */
    public static Dns01SolverBuilder builder(RecordEditor editor, AuthoritativeDns dns) {
        return new Dns01SolverBuilder(editor, dns);
    }

    /**
     * Begins to build a solver like this one.
     *
     * @return a builder with all that this solver was built with; solvers built so know of each other's values
     */
    public Dns01SolverBuilder toBuilder() {
        return settings.copy();
    }

    /**
     * Returns what it writes through.
     *
     * @return the editor it was built with
     */
    public RecordEditor editor() {
        return settings.editor;
    }

    /**
     * Returns what it asks name servers through.
     *
     * @return the look-ups it was built with
     */
    public AuthoritativeDns dns() {
        return settings.dns;
    }

    /**
     * Returns what it does about CNAME records.
     *
     * @return the mode
     */
    public Delegation delegation() {
        return settings.delegation;
    }

    /**
     * Returns how long it waits for the servers.
     *
     * @return the limits
     */
    public PropagationPolicy propagation() {
        return settings.propagation;
    }

    /**
     * Puts the values for all authorizations that are not valid yet into their zones, in parallel. Each is noted in the journal
     * before it is written. A value that is there already was left by an earlier run, since nobody else can make it; it is
     * taken over, and removed with the others.
     *
     * @param authorizations as the order names them, preferably fetched: acme4j fetches them now otherwise
     * @return what was put there, to be closed in every case
     * @throws PresentationException if not every value could be written; what was written is removed again
     * @throws DelegationException if CNAME records at a challenge name lead nowhere
     * @throws CancelledException if the thread is interrupted, with the flag set again; what was written is removed again
     * @throws VpsDnsException if the CA offers no such challenge for a name, or the API or the name servers cannot be asked
     * @throws AcmeLazyLoadingException if acme4j cannot fetch an authorization
     */
    public Presentation present(Collection<Authorization> authorizations) {
        List<Wanted> wanted = authorizations.stream()
                .filter(authorization -> authorization.getStatus() != Status.VALID)
                .map(authorization -> Wanted.of(authorization, settings.challengeType))
                .toList();
        List<ChallengeSite> sites = settings.sites().of(wanted);
        return new Presenter(settings)
                .present(
                        sites,
                        wanted.stream().map(Wanted::value).toList(),
                        wanted.stream().map(Wanted::challenge).toList());
    }

    /**
     * Returns what other ACME clients need, which make and trigger the challenges themselves.
     *
     * @return the same solver, but for names and values instead of authorizations
     */
    public ChallengeProvider provider() {
        return new ChallengeProvider(settings);
    }

    /**
     * Puts one value at a name that no order asks for, such as to measure how long the name servers take. Noted, awaited and
     * removed like any other; CNAME records at the name are not followed.
     *
     * @param target where it goes, in a zone of this account
     * @param value the text of the TXT record
     * @return what was put there, without challenges, to be closed in every case
     * @throws PresentationException if the value could not be written, or that is not known; it is removed again then
     * @throws ZoneNotFoundException if no zone of this account covers the name
     * @throws CancelledException if the thread is interrupted, with the flag set again; what was written is removed again
     * @throws VpsDnsException if the journal cannot be written
     */
    public Presentation presentValue(DomainName target, String value) {
        return new Presenter(settings).present(target, value);
    }

    /**
     * Removes the values that processes which are gone, or earlier presentations of this one, have left behind. To be called
     * at the start, before anything new is presented; costs nothing when the journal is empty. A value whose zone is not in this
     * account is left for a month: it may be in another one, which an earlier run had the token of.
     *
     * @return what is gone and what is not
     * @throws VpsDnsException if the journal cannot be read
     */
    public CleanupReport sweepLeftovers() {
        return new LeftoverSweep(settings).run();
    }
}
