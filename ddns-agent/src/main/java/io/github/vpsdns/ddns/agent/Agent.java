// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.ddns.agent;

import io.github.vpsdns.core.dns.AuthoritativeDns;
import io.github.vpsdns.core.loop.Mailbox;
import io.github.vpsdns.core.loop.WorkerThreads;
import io.github.vpsdns.core.loop.Workers;
import io.github.vpsdns.core.pace.ApiAccess;
import io.github.vpsdns.core.time.Timekeeper;
import io.github.vpsdns.ddns.detect.Detector;
import io.github.vpsdns.ddns.detect.Sources;
import io.github.vpsdns.ddns.memory.MemoryFile;
import io.github.vpsdns.ddns.report.AgentListener;
import io.github.vpsdns.ddns.report.AgentStatus;
import io.github.vpsdns.ddns.settings.AgentSettings;
import io.github.vpsdns.ddns.track.Readings;
import io.github.vpsdns.ddns.verify.Verifier;
import io.github.vpsdns.ddns.work.Parts;
import io.github.vpsdns.ddns.work.Teller;
import java.time.Duration;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Keeps A and AAAA records equal to the host's addresses, in the background.
 *
 * <pre>{@code
 * try (Agent agent = Agent.builder(settings, ApiAccess.of(editor), dns, memory).build()) {
 *     agent.start();
 *     ...
 * }
 * }</pre>
 *
 * <ul>
 *   <li>The records of a family at a name are the agent's: they are made equal to the addresses, copies are collapsed. Other types,
 *       other names and TTLs stay. An address that is not known changes nothing.
 *   <li>What is right costs no call. A change of address costs one PATCH for each record, as long as the name was compared with
 *       the API within the interval; else one listing of the zone before. Once an interval each zone is listed.
 *   <li>Changes that remote sources tell count after being read again, those of this machine at once.
 *   <li>Refused credentials end all calls until there are others. An API that is away, or asks for a pause, gets one call after
 *       each pause; pauses grow to ten minutes and outlive a restart. What is wrong with one name keeps that name waiting alone.
 *   <li>One thread owns what is known. Whatever may block is done by others, as many at once as the settings allow.
 * </ul>
 *
 * <p>Thread-safe.
 */
public final class Agent implements AutoCloseable {
    private static final Duration END = Duration.ofMillis(900);

    private final Mailbox mailbox;
    private final AgentLoop loop;
    private final AgentThread work;
    private final Thread thread;
    private final boolean dryRun;
    private volatile AgentSettings settings;

    private Agent(Builder builder) {
        settings = builder.settings;
        dryRun = builder.dryRun;
        mailbox = new Mailbox();
        Parts parts = new Parts(builder.time, new Teller(builder.listener), new Random());
        Workers workers = WorkerThreads.unbounded(mailbox, "vpsdns-ddns");
        Detector detector = builder.detector == null ? new Detector(Sources.system(), builder.time) : builder.detector;
        loop = new AgentLoop(
                mailbox,
                workers,
                parts,
                Readings.of(detector),
                builder.api,
                book -> new Verifications(builder.dns, Verifier.LIMIT, mailbox, parts, book),
                builder.memory,
                settings,
                dryRun);
        work = new AgentThread(loop, mailbox, workers);
        thread = new Thread(work, "vpsdns-ddns-agent");
        thread.setDaemon(true);
    }

    /**
     * Begins to set up an agent.
     *
     * @param settings what it is to do
     * @param api the way to the API
     * @param dns finds the authoritative servers that are asked after a change
     * @param memory where it keeps what it knows; stays the caller's to close
     * @return a builder with the defaults
     */
    public static Builder builder(AgentSettings settings, ApiAccess api, AuthoritativeDns dns, MemoryFile memory) {
        return new Builder(settings, api, dns, memory);
    }

    /**
     * Starts it.
     *
     * @throws IllegalStateException if it was started or closed before
     */
    public void start() {
        if (thread.getState() != Thread.State.NEW || work.isEnding()) {
            throw new IllegalStateException("an agent can be started once, and not after it was closed");
        }
        thread.start();
    }

    /** Makes it read all sources, as far as their pace allows, and compare all names with the API now. Returns at once. */
    public void refresh() {
        mailbox.post(loop::lookAtEverything);
    }

    /**
     * Makes it go by other settings from now on. Names that stay keep what is known of them; the records of names that leave stay as
     * they are. Calls that refused credentials had ended begin again. Returns at once.
     *
     * @param other what it is to do from now on
     * @param dns finds the authoritative servers from now on
     */
    public void reconfigure(AgentSettings other, AuthoritativeDns dns) {
        settings = other;
        mailbox.post(() -> loop.follow(other, dns));
    }

    /**
     * Returns how it stands.
     *
     * @return the state after the last round of the loop
     */
    public AgentStatus status() {
        return loop.status();
    }

    /**
     * Ends it: breaks off what is under way and keeps what is known, within a second. Where the settings want the records withdrawn
     * at the end, that is done before, within 20 s. Does nothing the second time.
     */
    @Override
    public void close() {
        boolean withdraw = settings.withdrawOnStop() && !dryRun;
        work.end(withdraw);
        try {
            if (thread.getState() != Thread.State.NEW) {
                thread.join((withdraw ? END.plus(AgentThread.WITHDRAWAL) : END).toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Sets up an {@link Agent}. Not thread-safe. */
    public static final class Builder {
        private final AgentSettings settings;
        private final ApiAccess api;
        private final AuthoritativeDns dns;
        private final MemoryFile memory;
        private @Nullable Detector detector;
        private Timekeeper time = Timekeeper.system();
        private AgentListener listener = event -> {};
        private boolean dryRun;

        private Builder(AgentSettings settings, ApiAccess api, AuthoritativeDns dns, MemoryFile memory) {
            this.settings = settings;
            this.api = api;
            this.dns = dns;
            this.memory = memory;
        }

        /**
         * Sets who reads addresses; by default one that has all sources of this system.
         *
         * @param reader the detector
         * @return this builder
         */
        public Builder detector(Detector reader) {
            this.detector = reader;
            return this;
        }

        /**
         * Sets the clock.
         *
         * @param clock the clock; the system's by default
         * @return this builder
         */
        public Builder timekeeper(Timekeeper clock) {
            this.time = clock;
            return this;
        }

        /**
         * Sets who is told what it does.
         *
         * @param told the listener; nobody by default
         * @return this builder
         */
        public Builder listener(AgentListener told) {
            this.listener = told;
            return this;
        }

        /**
         * Sets whether everything is read and nothing written, neither to the API nor to the memory.
         *
         * @param only whether it only tells what it would do; {@code false} by default
         * @return this builder
         */
        public Builder dryRun(boolean only) {
            this.dryRun = only;
            return this;
        }

        /**
         * Builds it. Nothing is read or called before it is started, but the memory.
         *
         * @return the agent, to be started and closed
         */
        public Agent build() {
            return new Agent(this);
        }
    }
}
