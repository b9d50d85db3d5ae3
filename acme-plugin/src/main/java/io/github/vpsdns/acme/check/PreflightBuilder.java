// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.check;

import static java.util.Objects.requireNonNull;

import io.github.vpsdns.acme.delegation.Delegation;
import io.github.vpsdns.acme.dns01.CleanupReport;
import io.github.vpsdns.acme.dns01.Dns01Solver;
import io.github.vpsdns.core.api.VpsDnsClient;
import io.github.vpsdns.core.dns.AuthoritativeDns;
import io.github.vpsdns.core.edit.RecordEditor;
import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.core.time.Timekeeper;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Collects what a {@link Preflight} works with. Not thread-safe. */
public final class PreflightBuilder {
    final VpsDnsClient client;
    final RecordEditor editor;
    final AuthoritativeDns dns;
    final List<NameCheck> further = new ArrayList<>();
    Timekeeper time = Timekeeper.system();
    Delegation delegation = new Delegation.Follow();
    Set<DomainName> home = Set.of();
    Supplier<CleanupReport> earlierRuns = () -> CleanupReport.EMPTY;
    boolean serversGiven;

    @Nullable
    String tokenSource;

    @Nullable
    RoundTrip roundTrip;

    PreflightBuilder(VpsDnsClient client, RecordEditor editor, AuthoritativeDns dns) {
        this.client = requireNonNull(client, "client");
        this.editor = requireNonNull(editor, "editor");
        this.dns = requireNonNull(dns, "dns");
    }

    /**
     * Says where the token was found, to be told as the first finding.
     *
     * @param source such as {@code environment variable VPS_API_TOKEN}; never the token
     * @return this
     */
    public PreflightBuilder tokenSource(String source) {
        this.tokenSource = requireNonNull(source, "source");
        return this;
    }

    /**
     * Sets what to do about CNAME records at challenge names; they are followed by default.
     *
     * @param mode the mode that certificates will be issued with
     * @return this
     */
    public PreflightBuilder delegation(Delegation mode) {
        this.delegation = requireNonNull(mode, "mode");
        return this;
    }

    /**
     * Says that the look-ups know the servers outright, so that where public DNS leads is not seen.
     *
     * @return this
     */
    public PreflightBuilder serversGiven() {
        this.serversGiven = true;
        return this;
    }

    /**
     * Names the servers that serve the account's zones; none, the default, if they are not known.
     *
     * @param hosts the names to which public DNS should lead, at least one of which it must
     * @return this
     */
    public PreflightBuilder homeServers(Collection<DomainName> hosts) {
        this.home = Set.copyOf(hosts);
        return this;
    }

    /**
     * Has a value written, awaited and removed for each name; by default nothing is written.
     *
     * @param solver writes, awaits and removes it, with its journal, TTL and time limits; its listener is replaced
     * @param times a listener of the client, to tell how long the API took
     * @return this
     */
    public PreflightBuilder roundTrips(Dns01Solver solver, ApiTimes times) {
        this.roundTrip = new RoundTrip(requireNonNull(solver, "solver"), requireNonNull(times, "times"));
        return this;
    }

    /**
     * Sets how to learn what earlier runs of this program left, and possibly to remove it; by default that is not looked at.
     *
     * @param look asked once, before anything is written; a {@link io.github.vpsdns.core.VpsDnsException} is a finding
     * @return this
     */
    public PreflightBuilder earlierRuns(Supplier<CleanupReport> look) {
        this.earlierRuns = requireNonNull(look, "look");
        return this;
    }

    /**
     * Adds a further look at each name, made before its round trip.
     *
     * @param check the look
     * @return this
     */
    public PreflightBuilder also(NameCheck check) {
        further.add(requireNonNull(check, "check"));
        return this;
    }

    /**
     * Sets the clock by which values age; the system's by default.
     *
     * @param clock the clock
     * @return this
     */
    public PreflightBuilder timekeeper(Timekeeper clock) {
        this.time = requireNonNull(clock, "clock");
        return this;
    }

    /**
     * Creates the preflight.
     *
     * @return ready to run
     */
    public Preflight build() {
        return new Preflight(this);
    }
}
