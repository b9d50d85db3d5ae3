// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.dns01;

import static java.util.Objects.requireNonNull;

import io.github.vpsdns.acme.delegation.ChallengeChains;
import io.github.vpsdns.acme.delegation.Delegation;
import io.github.vpsdns.acme.journal.Journal;
import io.github.vpsdns.core.InvalidValueException;
import io.github.vpsdns.core.dns.AuthoritativeDns;
import io.github.vpsdns.core.dns.PropagationPolicy;
import io.github.vpsdns.core.edit.RecordEditor;
import io.github.vpsdns.core.record.Ttl;
import io.github.vpsdns.core.time.Timekeeper;
import java.time.Duration;

/** Collects what a {@link Dns01Solver} works with. Not thread-safe. */
public final class Dns01SolverBuilder {
    final RecordEditor editor;
    final AuthoritativeDns dns;
    Journal journal = Journal.none();
    Delegation delegation = new Delegation.Follow();
    DnsChallengeType challengeType = DnsChallengeType.DNS_01;
    Ttl ttl = Ttl.of(60);
    PropagationPolicy propagation = PropagationPolicy.DEFAULT;
    Duration cleanupLimit = Duration.ofMinutes(2);
    SolverListener listener = SolverListener.NONE;
    Timekeeper time = Timekeeper.system();
    Claims claims = new Claims();

    Dns01SolverBuilder(RecordEditor editor, AuthoritativeDns dns) {
        this.editor = requireNonNull(editor, "editor");
        this.dns = requireNonNull(dns, "dns");
    }

    /**
     * Sets where values are noted before they are written; in memory only by default.
     *
     * @param journal the journal, which stays the caller's to close, after the last presentation
     * @return this
     */
    public Dns01SolverBuilder journal(Journal journal) {
        this.journal = requireNonNull(journal, "journal");
        return this;
    }

    /**
     * Sets what to do about CNAME records; they are followed by default.
     *
     * @param delegation the mode
     * @return this
     */
    public Dns01SolverBuilder delegation(Delegation delegation) {
        this.delegation = requireNonNull(delegation, "delegation");
        return this;
    }

    /**
     * Sets which challenge is answered; {@link DnsChallengeType#DNS_01} by default.
     *
     * @param type the challenge type
     * @return this
     * @throws InvalidValueException if its record stays, so that there is nothing to solve
     */
    public Dns01SolverBuilder challengeType(DnsChallengeType type) {
        if (requireNonNull(type, "type") == DnsChallengeType.DNS_PERSIST_01) {
            throw new InvalidValueException(
                    type
                            + " is answered by a record that stays, not by a solver that removes its values; use PersistentProofs");
        }
        this.challengeType = type;
        return this;
    }

    /**
     * Sets the TTL of the records; 60 seconds by default.
     *
     * @param ttl how long resolvers may keep a value
     * @return this
     */
    public Dns01SolverBuilder ttl(Ttl ttl) {
        this.ttl = requireNonNull(ttl, "ttl");
        return this;
    }

    /**
     * Sets how long to wait for the servers; {@link PropagationPolicy#DEFAULT} by default.
     *
     * @param policy the limits
     * @return this
     */
    public Dns01SolverBuilder propagation(PropagationPolicy policy) {
        this.propagation = requireNonNull(policy, "policy");
        return this;
    }

    /**
     * Sets how long to wait for the servers, and leaves the rest of the policy.
     *
     * @param timeout limit for all values together, more than zero
     * @return this
     */
    public Dns01SolverBuilder propagationTimeout(Duration timeout) {
        this.propagation = new PropagationPolicy(timeout, propagation.interval(), propagation.tolerateSilentAfter());
        return this;
    }

    /**
     * Sets how long cleaning up may take before it gives up and leaves the rest to the next start; two minutes by default.
     *
     * @param limit more than zero
     * @return this
     * @throws InvalidValueException if the limit is not positive
     */
    public Dns01SolverBuilder cleanupLimit(Duration limit) {
        if (limit.isZero() || limit.isNegative()) {
            throw new InvalidValueException(
                    "a limit of " + limit + " for cleaning up is refused; expected more than zero");
        }
        this.cleanupLimit = limit;
        return this;
    }

    /**
     * Sets who is told of progress; nobody by default.
     *
     * @param listener told of each step
     * @return this
     */
    public Dns01SolverBuilder listener(SolverListener listener) {
        this.listener = listener instanceof QuietListener ? listener : new QuietListener(listener);
        return this;
    }

    /**
     * Sets the clock; the system's by default.
     *
     * @param time the clock
     * @return this
     */
    public Dns01SolverBuilder timekeeper(Timekeeper time) {
        this.time = requireNonNull(time, "time");
        return this;
    }

    /**
     * Creates the solver.
     *
     * @return the solver, which later changes of this builder do not reach
     */
    public Dns01Solver build() {
        return new Dns01Solver(copy());
    }

    ChallengeSites sites() {
        return new ChallengeSites(new ChallengeChains(delegation, editor.zones(), dns));
    }

    Dns01SolverBuilder copy() {
        Dns01SolverBuilder copy = new Dns01SolverBuilder(editor, dns);
        copy.journal = journal;
        copy.delegation = delegation;
        copy.challengeType = challengeType;
        copy.ttl = ttl;
        copy.propagation = propagation;
        copy.cleanupLimit = cleanupLimit;
        copy.listener = listener;
        copy.time = time;
        copy.claims = claims;
        return copy;
    }
}
