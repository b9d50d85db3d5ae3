// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.persist;

import static java.util.Objects.requireNonNull;

import io.github.vpsdns.acme.delegation.Delegation;
import io.github.vpsdns.core.dns.AuthoritativeDns;
import io.github.vpsdns.core.dns.PropagationListener;
import io.github.vpsdns.core.dns.PropagationPolicy;
import io.github.vpsdns.core.edit.RecordEditor;
import io.github.vpsdns.core.time.Timekeeper;

/** Collects what {@link PersistentProofs} works with. Not thread-safe. */
public final class PersistentProofsBuilder {
    final RecordEditor editor;
    final AuthoritativeDns dns;
    Delegation delegation = new Delegation.Follow();
    PropagationPolicy propagation = PropagationPolicy.DEFAULT;
    ProofListener listener = ProofListener.NONE;
    PropagationListener propagationListener = PropagationListener.NONE;
    Timekeeper time = Timekeeper.system();

    PersistentProofsBuilder(RecordEditor editor, AuthoritativeDns dns) {
        this.editor = editor;
        this.dns = dns;
    }

    /**
     * Sets what to do about CNAME records at validation names; they are followed by default.
     *
     * @param delegation the mode
     * @return this
     */
    public PersistentProofsBuilder delegation(Delegation delegation) {
        this.delegation = requireNonNull(delegation, "delegation");
        return this;
    }

    /**
     * Sets how long to wait for the servers; {@link PropagationPolicy#DEFAULT} by default.
     *
     * @param policy the limits
     * @return this
     */
    public PersistentProofsBuilder propagation(PropagationPolicy policy) {
        this.propagation = requireNonNull(policy, "policy");
        return this;
    }

    /**
     * Sets who is told what becomes of records; nobody by default.
     *
     * @param listener told of each
     * @param servers told what the name servers show
     * @return this
     */
    public PersistentProofsBuilder listener(ProofListener listener, PropagationListener servers) {
        this.listener = requireNonNull(listener, "listener");
        this.propagationListener = requireNonNull(servers, "servers");
        return this;
    }

    /**
     * Sets the clock; the system's by default.
     *
     * @param time the clock
     * @return this
     */
    public PersistentProofsBuilder timekeeper(Timekeeper time) {
        this.time = requireNonNull(time, "time");
        return this;
    }

    /**
     * Creates the service.
     *
     * @return the service, which later changes of this builder do not reach
     */
    public PersistentProofs build() {
        PersistentProofsBuilder copy = new PersistentProofsBuilder(editor, dns);
        copy.delegation = delegation;
        copy.propagation = propagation;
        copy.listener = listener;
        copy.propagationListener = propagationListener;
        copy.time = time;
        return new PersistentProofs(copy);
    }
}
