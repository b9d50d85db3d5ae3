// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.renew;

import static java.util.Objects.requireNonNull;

import io.github.vpsdns.acme.ca.AcmeServer;
import io.github.vpsdns.acme.issue.IssueListener;
import io.github.vpsdns.acme.store.CertificateStorage;
import io.github.vpsdns.core.InvalidValueException;
import io.github.vpsdns.core.time.Timekeeper;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/** Collects what a {@link Renewer} works with. Not thread-safe. */
public final class RenewerBuilder {
    final CertificateStorage storage;
    final SolverSource solvers;
    Timekeeper time = Timekeeper.system();
    RenewalListener listener = RenewalListener.NONE;
    IssueListener progress = RenewalListener.NONE;
    Function<AcmeServer, Optional<AcmeServer>> staging = AcmeServer::staging;
    Duration lockLimit = Duration.ofMinutes(1);
    RandomGenerator random = RandomGenerator.getDefault();

    RenewerBuilder(CertificateStorage storage, SolverSource solvers) {
        this.storage = requireNonNull(storage, "storage");
        this.solvers = requireNonNull(solvers, "solvers");
    }

    /**
     * Sets the clock; the system's by default.
     *
     * @param timekeeper the clock
     * @return this
     */
    public RenewerBuilder timekeeper(Timekeeper timekeeper) {
        this.time = requireNonNull(timekeeper, "timekeeper");
        return this;
    }

    /**
     * Sets who is told; nobody by default.
     *
     * @param told told of each step
     * @return this
     */
    public RenewerBuilder listener(RenewalListener told) {
        this.listener = requireNonNull(told, "told");
        this.progress = told;
        return this;
    }

    /** Sets who is told of an issuance only. */
    RenewerBuilder progress(IssueListener told) {
        this.progress = requireNonNull(told, "told");
        return this;
    }

    /**
     * Sets where an attempt is tried first after the CA has refused a proof; {@link AcmeServer#staging} by default.
     *
     * @param found finds the staging server of a CA, if there is one
     * @return this
     */
    public RenewerBuilder staging(Function<AcmeServer, Optional<AcmeServer>> found) {
        this.staging = requireNonNull(found, "found");
        return this;
    }

    /**
     * Sets how long to wait for the storage's lock; a minute by default.
     *
     * @param limit the limit; zero tries once
     * @return this
     * @throws InvalidValueException if it is negative
     */
    public RenewerBuilder lockLimit(Duration limit) {
        if (limit.isNegative()) {
            throw new InvalidValueException("a limit of " + limit + " for the lock is refused; expected zero or more");
        }
        this.lockLimit = limit;
        return this;
    }

    /**
     * Sets what moments are chosen by; random by default.
     *
     * @param generator the generator, which is thread-safe if the renewer is used by several threads
     * @return this
     */
    public RenewerBuilder random(RandomGenerator generator) {
        this.random = requireNonNull(generator, "generator");
        return this;
    }

    /**
     * Creates the renewer.
     *
     * @return the renewer
     */
    public Renewer build() {
        return new Renewer(this);
    }
}
