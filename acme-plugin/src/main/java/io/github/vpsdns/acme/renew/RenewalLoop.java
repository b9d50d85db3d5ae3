// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.renew;

import static java.util.Objects.requireNonNull;

import io.github.vpsdns.acme.renew.DeployResult.Undeployed;
import io.github.vpsdns.acme.renew.RenewalOutcome.Busy;
import io.github.vpsdns.acme.renew.RenewalOutcome.Failed;
import io.github.vpsdns.acme.renew.RenewalOutcome.Renewed;
import io.github.vpsdns.acme.store.LineageName;
import io.github.vpsdns.core.CancelledException;
import io.github.vpsdns.core.fault.FaultLog;
import io.github.vpsdns.core.time.Timekeeper;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps certificates valid for as long as it runs.
 *
 * <p>One thread looks after one job after the other, and again every minute: so a clock that was set, a machine that slept, jobs
 * that come and go and what other processes did are noticed within that time. A look costs no request unless something is due.
 * Whatever goes wrong with one job, or with reading the jobs, does not keep the others from their turn.
 *
 * <p>Thread-safe. {@link #start} and {@link #close} are each done once; what is under way is interrupted by {@code close}, removes
 * its challenge values and is gone on with at the next start.
 */
public final class RenewalLoop implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RenewalLoop.class);
    private static final FaultLog FAULTS = FaultLog.errors(RenewalLoop.class);
    private static final Duration ROUND = Duration.ofMinutes(1);

    private final Renewer renewer;
    private final Supplier<List<RenewalJob>> jobs;
    private final Timekeeper time;
    private final Duration closeLimit;
    private final Thread thread = new Thread(this::run, "vpsdns-renewal");

    /** Written by the loop's thread only. */
    private volatile List<LineageStatus> status = List.of();

    /** Written by the loop's thread only. */
    private volatile @Nullable Instant lastRound;

    private volatile boolean closed;

    /**
     * Creates the loop; nothing is done yet.
     *
     * @param renewer does the work
     * @param jobs tells what is to be kept, at each round
     * @param time the clock
     * @param closeLimit how long {@link #close} waits for what is under way; what is not done by then goes on in the background
     */
    public RenewalLoop(Renewer renewer, Supplier<List<RenewalJob>> jobs, Timekeeper time, Duration closeLimit) {
        this.renewer = requireNonNull(renewer, "renewer");
        this.jobs = requireNonNull(jobs, "jobs");
        this.time = requireNonNull(time, "time");
        this.closeLimit = requireNonNull(closeLimit, "closeLimit");
    }

    /**
     * Begins.
     *
     * @return this
     * @throws IllegalThreadStateException if it has begun already
     */
    public RenewalLoop start() {
        thread.start();
        return this;
    }

    /**
     * Tells how it stands with each certificate, as of the last look at it. Asks and reads nothing.
     *
     * @return in the order of the jobs; none before the first look
     */
    public List<LineageStatus> status() {
        return status;
    }

    /**
     * Tells when all jobs had their turn last. If that is long ago, a job takes long, or the loop has ended.
     *
     * @return the time, or empty before the end of the first round
     */
    public Optional<Instant> lastRound() {
        return Optional.ofNullable(lastRound);
    }

    /** Interrupts what is under way, waits for its end, and ends the loop; a second time does nothing. */
    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        try {
            thread.join(Math.max(1, closeLimit.toMillis()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (thread.isAlive()) {
            LOG.warn("a renewal did not end within {} s", closeLimit.toSeconds());
        }
    }

    private void run() {
        while (!closed) {
            try {
                round();
            } catch (CancelledException e) {
                LOG.debug("a round of renewals was interrupted", e);
            } catch (RuntimeException | Error e) {
                // Also an error, such as of a class that an upgrade took away: a process that renews nothing must not
                // look alive.
                FAULTS.tell("a round of renewals failed; the next one is in a minute", e);
            }
            try {
                time.sleep(ROUND);
            } catch (InterruptedException e) {
                // Only close() has a reason to interrupt this thread; any other interrupt just begins the next round.
                LOG.debug("a wait between renewals was interrupted");
            }
        }
    }

    private void round() {
        List<LineageStatus> seen = new ArrayList<>();
        for (RenewalJob job : jobs.get()) {
            if (closed) {
                return;
            }
            seen.add(lookAfter(job));
            publish(seen);
        }
        status = List.copyOf(seen);
        lastRound = time.now();
    }

    private LineageStatus lookAfter(RenewalJob job) {
        try {
            log(job.name(), renewer.renew(job, Urgency.IF_DUE));
        } catch (CancelledException e) {
            throw e;
        } catch (RuntimeException | Error e) {
            FAULTS.tell(job.name() + ": looking after it failed", e);
        }
        return renewer.status(job);
    }

    private static void log(LineageName name, RenewalOutcome outcome) {
        if (outcome instanceof Renewed renewed) {
            LOG.info("{}: renewed; the next time is {}", name, renewed.next().at());
        } else if (outcome instanceof Failed failed) {
            LOG.error(
                    "{}: {}; tried again at {}",
                    name,
                    failed.reason().getMessage(),
                    failed.next().at());
        } else if (outcome instanceof Busy busy) {
            LOG.info("{}: {}", name, busy.reason().getMessage());
        }
        if (outcome.deploy() instanceof Undeployed undeployed) {
            LOG.error(
                    "{}: {}; tried again at {}",
                    name,
                    undeployed.reason().getMessage(),
                    undeployed.trouble().nextAttempt());
        }
    }

    /** Those that have not had their turn yet are shown as they were. */
    private void publish(List<LineageStatus> seen) {
        List<LineageStatus> shown = new ArrayList<>(seen);
        status.stream()
                .filter(old -> seen.stream().noneMatch(fresh -> fresh.name().equals(old.name())))
                .forEach(shown::add);
        status = List.copyOf(shown);
    }
}
