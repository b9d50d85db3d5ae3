// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.persist;

import static java.util.Objects.requireNonNull;

import io.github.vpsdns.acme.delegation.DelegationException;
import io.github.vpsdns.core.CancelledException;
import io.github.vpsdns.core.InvalidValueException;
import io.github.vpsdns.core.VpsDnsException;
import io.github.vpsdns.core.dns.AuthoritativeDns;
import io.github.vpsdns.core.dns.PropagationTimeoutException;
import io.github.vpsdns.core.edit.RecordEditor;
import io.github.vpsdns.core.edit.RemoveOutcome;
import io.github.vpsdns.core.edit.ZoneNotFoundException;
import io.github.vpsdns.core.zone.DnsRecord;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks for persistent proofs, makes them stand, and removes them.
 *
 * <p>What stands is read from the authoritative servers, so that a name that is proven already takes no call to the API at all. A
 * record of ours that does not suffice is changed in place; those of other CAs and accounts at the name are left alone.
 *
 * <p>Immutable and thread-safe.
 */
public final class PersistentProofs {
    /** The shortest time for which records are written: less could end while the CA still looks. */
    public static final Duration SHORTEST = Duration.ofHours(1);

    private static final Logger LOG = LoggerFactory.getLogger(PersistentProofs.class);

    private final PersistentProofsBuilder settings;
    private final QuietProofListener listener;

    PersistentProofs(PersistentProofsBuilder settings) {
        this.settings = settings;
        this.listener = new QuietProofListener(settings.listener);
    }

    /**
     * Begins to build.
     *
     * @param editor writes to the zones of the account
     * @param dns asks the zones' servers
     * @return the builder
     */
    public static PersistentProofsBuilder builder(RecordEditor editor, AuthoritativeDns dns) {
        return new PersistentProofsBuilder(requireNonNull(editor, "editor"), requireNonNull(dns, "dns"));
    }

    /**
     * Reads what stands, without any call to the API.
     *
     * @param demands for which names
     * @return what stands for each, in their order
     * @throws DelegationException if aliases lead nowhere
     * @throws CancelledException if the thread is interrupted, with the flag set again
     * @throws VpsDnsException if the name servers cannot be found or asked
     */
    public List<ProofStatus> look(Collection<ProofDemand> demands) {
        return new ProofLook(settings.dns, settings.delegation).at(demands);
    }

    /**
     * Makes records stand for all names, and waits until every authoritative server has those that were missing. Nothing is
     * written for a name whose record will do for more than ten minutes, and, where a time is given, for more than a third of it
     * and not for longer than all of it. A record that only needs refreshing and cannot be refreshed now is no failure.
     *
     * @param demands for which names
     * @param validFor for how long records shall hold from now, at least {@link #SHORTEST}; {@code null} for as long as they stand
     * @return what was done for each name, in no particular order
     * @throws InvalidValueException if the time is too short
     * @throws DelegationException if aliases lead nowhere
     * @throws ZoneNotFoundException if a record is to be written where no zone of the account is
     * @throws PropagationTimeoutException if the servers do not have all records in time; they stay at the API
     * @throws CancelledException if the thread is interrupted, with the flag set again; what was written stays
     * @throws VpsDnsException if the API or the name servers cannot be asked
     */
    public List<ProofOutcome> ensure(Collection<ProofDemand> demands, @Nullable Duration validFor) {
        ProofTerms terms = terms(validFor);
        List<ProofOutcome> outcomes = new ArrayList<>();
        List<ProofStatus> open = open(look(demands), terms, outcomes);
        if (open.isEmpty()) {
            return outcomes;
        }
        open.forEach(status -> listener.proofWanted(status.demand(), status.target()));
        List<ProofStep> done;
        try {
            ProofWriter writer = new ProofWriter(settings.editor, terms);
            done = writer.run(writer.plan(open));
        } catch (CancelledException e) {
            throw e;
        } catch (VpsDnsException e) {
            if (!open.stream().allMatch(status -> status.proof(terms.needed()).isPresent())) {
                throw e;
            }
            LOG.warn(
                    "persistent proofs could not be refreshed, and prove their names all the same: {}", e.getMessage());
            return outcomes;
        }
        done.forEach(step -> {
            listener.proofWritten(step.target(), step.change());
            outcomes.addAll(step.outcomes());
        });
        new ProofWait(settings)
                .await(done.stream().filter(step -> !step.isOptional(terms)).toList());
        return outcomes;
    }

    /**
     * Tells what {@link #ensure} would do now, and writes nothing.
     *
     * @param demands for which names
     * @param validFor as for {@link #ensure}
     * @return what would be done for each name, in no particular order
     * @throws VpsDnsException as {@link #ensure} does
     */
    public List<ProofOutcome> plan(Collection<ProofDemand> demands, @Nullable Duration validFor) {
        ProofTerms terms = terms(validFor);
        List<ProofOutcome> outcomes = new ArrayList<>();
        List<ProofStatus> open = open(look(demands), terms, outcomes);
        if (!open.isEmpty()) {
            new ProofWriter(settings.editor, terms).plan(open).forEach(step -> outcomes.addAll(step.outcomes()));
        }
        return outcomes;
    }

    /**
     * Finds our records at the API.
     *
     * @param demands for which names; whether they are for wildcards does not matter
     * @return all records of this CA and this account, each once
     * @throws VpsDnsException if the API or the name servers cannot be asked
     */
    public List<DnsRecord> ours(Collection<ProofDemand> demands) {
        return new ProofWriter(settings.editor, terms(null)).ours(look(demands));
    }

    /**
     * Removes our records, and no other. Names can then no longer be proven by them; certificates that were issued stay valid.
     *
     * @param demands for which names; whether they are for wildcards does not matter
     * @return what was removed
     * @throws VpsDnsException if the API or the name servers cannot be asked; some may be removed then
     */
    public List<DnsRecord> remove(Collection<ProofDemand> demands) {
        List<DnsRecord> ours = ours(demands);
        for (RemoveOutcome outcome : settings.editor.removeAll(ours)) {
            if (outcome instanceof RemoveOutcome.NotRemoved failed) {
                throw failed.reason();
            }
        }
        return ours;
    }

    /** Returns those for which something is to be written, and tells of the others. */
    private List<ProofStatus> open(List<ProofStatus> seen, ProofTerms terms, List<ProofOutcome> outcomes) {
        List<ProofStatus> open = new ArrayList<>();
        for (ProofStatus status : seen) {
            Optional<ProofRecord> kept = status.standing().stream()
                    .filter(record -> terms.keep(status.demand(), record))
                    .max(ProofStatus.byUntil());
            if (kept.isPresent()) {
                listener.proofStands(status.demand(), kept.get());
                outcomes.add(new ProofOutcome(status.demand(), status.target(), ProofChange.NONE, kept.get()));
            } else {
                open.add(status);
            }
        }
        return open;
    }

    private ProofTerms terms(@Nullable Duration validFor) {
        if (validFor != null && validFor.compareTo(SHORTEST) < 0) {
            throw new InvalidValueException(
                    "a persistent proof for " + validFor + " is refused; expected at least an hour");
        }
        return new ProofTerms(validFor, settings.time.now());
    }
}
