// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.renew;

import io.github.vpsdns.acme.renew.RenewalOutcome.Busy;
import io.github.vpsdns.acme.renew.RenewalOutcome.Failed;
import io.github.vpsdns.acme.renew.RenewalOutcome.NotDue;
import io.github.vpsdns.acme.renew.RenewalOutcome.Renewed;
import io.github.vpsdns.acme.schedule.Plan;
import io.github.vpsdns.acme.schedule.Plan.Reason;
import io.github.vpsdns.acme.schedule.RenewalMemory;
import io.github.vpsdns.acme.schedule.Schedule;
import io.github.vpsdns.acme.schedule.Trouble;
import io.github.vpsdns.acme.store.CertificateFiles;
import io.github.vpsdns.acme.store.CertificateStorage;
import io.github.vpsdns.acme.store.LineageName;
import io.github.vpsdns.acme.store.StateLockedException;
import io.github.vpsdns.core.CancelledException;
import io.github.vpsdns.core.VpsDnsException;
import io.github.vpsdns.core.time.Timekeeper;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps certificates valid, one at a time, whenever it is called.
 *
 * <p>All that it knows is in the storage, so processes may come and go, and several may work on one storage: who finds a
 * certificate due takes the lock and looks again, and where another was faster there is nothing left to do. A failure is
 * remembered with the time of the next attempt, and is an outcome, not an exception.
 *
 * <p>Thread-safe.
 */
public final class Renewer {
    private static final Logger LOG = LoggerFactory.getLogger(Renewer.class);

    private final CertificateStorage storage;
    private final Timekeeper time;
    private final Schedule schedule;
    private final Duration lockLimit;
    private final News news;
    private final Memories memories;
    private final AriRefresh ari;
    private final Attempt attempt;
    private final Deployment deployment;

    Renewer(RenewerBuilder settings) {
        this.storage = settings.storage;
        this.time = settings.time;
        this.lockLimit = settings.lockLimit;
        this.schedule = new Schedule(settings.random);
        this.news = new News(settings.listener);
        this.memories = new Memories(storage);
        this.ari = new AriRefresh(memories, schedule, time, settings.random, news);
        this.attempt =
                new Attempt(storage, memories, settings.solvers, settings.staging, time, news, settings.progress);
        this.deployment = new Deployment(storage, memories, schedule, time, news);
    }

    /**
     * Begins to build a renewer.
     *
     * @param storage where certificates are kept
     * @param solvers opens what answers challenges
     * @return the builder
     */
    public static RenewerBuilder builder(CertificateStorage storage, SolverSource solvers) {
        return new RenewerBuilder(storage, solvers);
    }

    /**
     * Tells when a certificate is to be renewed, by what is stored; nobody is asked.
     *
     * @param job the certificate
     * @return when and why
     */
    public Plan plan(RenewalJob job) {
        return status(job).plan();
    }

    /**
     * Tells how it stands with a certificate, by what is stored; nobody is asked. What cannot be read is as if it were not there.
     *
     * @param job the certificate
     * @return how it stands
     */
    public LineageStatus status(RenewalJob job) {
        Standing standing = readable(job.name());
        Plan plan;
        try {
            plan = decide(standing, job.request().get());
        } catch (RuntimeException | Error e) {
            LOG.debug("{}: {}", job.name(), e.getMessage());
            plan = schedule.plan(standing.validity(), standing.memory(), time.now());
        }
        return new LineageStatus(job.name(), standing.certificate(), standing.memory(), plan);
    }

    /**
     * Does for a certificate what is to be done now: asks its CA when to renew it, renews it if it is due, and tells the deployer
     * if that is still to be done.
     *
     * @param job the certificate
     * @param urgency whether to renew it even if it is not due
     * @return what came of it
     * @throws CancelledException if the thread is interrupted, with the flag set again; own challenge values are removed, and the
     *     next call goes on
     */
    public RenewalOutcome renew(RenewalJob job, Urgency urgency) {
        return renew(job, urgency, () -> {});
    }

    RenewalOutcome renew(RenewalJob job, Urgency urgency, Runnable beforeInstall) {
        RenewalRequest request;
        RenewalOutcome outcome;
        try {
            request = job.request().get();
            outcome = decided(job, request, urgency, beforeInstall);
        } catch (CancelledException e) {
            throw e;
        } catch (RuntimeException | Error e) {
            return unusable(job.name(), urgency, Failures.known(e));
        }
        return outcome instanceof Busy ? outcome : outcome.and(deploy(job.name(), request));
    }

    private RenewalOutcome decided(RenewalJob job, RenewalRequest request, Urgency urgency, Runnable beforeInstall) {
        Plan plan = urgency == Urgency.NOW ? forced() : asked(look(job.name()), request);
        news.tell(told -> told.planned(job.name(), plan));
        return plan.isDue(time.now()) ? locked(job, urgency, plan, beforeInstall) : new NotDue(plan, null);
    }

    /** A certificate that is due anyhow needs no question. */
    private Plan asked(Standing standing, RenewalRequest request) {
        Plan plan = decide(standing, request);
        boolean matters = plan.reason() == Reason.ARI || plan.reason() == Reason.LIFETIME;
        return matters ? decide(ari.run(standing, request), request) : plan;
    }

    /** Whoever had the lock may have changed what is wanted, or deleted all of it, so that is read again as well. */
    private RenewalOutcome locked(RenewalJob job, Urgency urgency, Plan before, Runnable beforeInstall) {
        LineageName name = job.name();
        RenewalRequest request = null;
        Standing standing = null;
        try (CertificateStorage.Lock held = storage.lock(lockLimit, time)) {
            LOG.trace("{}: at work under {}", name, held);
            request = job.request().get();
            standing = urgency == Urgency.NOW ? readable(name) : look(name);
            Plan plan = urgency == Urgency.NOW ? forced() : decide(standing, request);
            return plan.isDue(time.now()) ? attempted(standing, request, plan, beforeInstall) : new NotDue(plan, null);
        } catch (CancelledException e) {
            throw e;
        } catch (StateLockedException e) {
            LOG.info("{}: {}", name, e.getMessage());
            return new Busy(e, before, null);
        } catch (RuntimeException | Error e) {
            return failed(standing == null ? readable(name) : standing, Failures.known(e), request);
        }
    }

    private RenewalOutcome attempted(Standing standing, RenewalRequest request, Plan plan, Runnable beforeInstall) {
        news.tell(told -> told.renewing(standing.name(), plan));
        CertificateFiles files = attempt.run(standing, request, plan, beforeInstall);
        Plan next = decide(Standing.of(standing.name(), files, memories.read(standing.name())), request);
        news.tell(told -> told.renewed(standing.name(), files, next));
        Trouble overcome = standing.memory().trouble();
        if (overcome != null) {
            news.tell(told -> told.recovered(standing.name(), overcome));
        }
        return new Renewed(files, next, null);
    }

    private Failed failed(Standing standing, VpsDnsException reason, @Nullable RenewalRequest request) {
        Trouble trouble =
                schedule.trouble(standing.memory().trouble(), Failures.of(reason), standing.validity(), time.now());
        if (!(reason instanceof WithdrawnException)) {
            memories.change(
                    standing.name(), stored -> stored.settled(standing.serial()).withTrouble(trouble));
            news.tell(told -> told.failed(standing.name(), reason, trouble));
        }
        RenewalMemory memory = standing.memory().withTrouble(trouble);
        Standing then = new Standing(standing.name(), standing.files(), memory);
        Plan next = request == null ? schedule.plan(then.validity(), memory, time.now()) : decide(then, request);
        return new Failed(reason, trouble, next, null);
    }

    /** What is wanted, or what is there, cannot be read: there is nothing to plan by, so that counts as an attempt. */
    private RenewalOutcome unusable(LineageName name, Urgency urgency, VpsDnsException reason) {
        Standing standing = readable(name);
        Trouble trouble = standing.memory().trouble();
        Instant now = time.now();
        return urgency == Urgency.IF_DUE && trouble != null && trouble.holds(now)
                ? new NotDue(schedule.plan(standing.validity(), standing.memory(), now), null)
                : failed(standing, reason, null);
    }

    private @Nullable DeployResult deploy(LineageName name, RenewalRequest request) {
        try {
            return deployment.run(() -> look(name), request);
        } catch (CancelledException e) {
            throw e;
        } catch (RuntimeException e) {
            // Nothing was begun, so it is still to be done the next time.
            LOG.warn("{}: whether a deploy hook is to be told cannot be found out: {}", name, e.getMessage());
            return null;
        }
    }

    private Plan forced() {
        return new Plan(time.now(), Reason.FORCED, false);
    }

    private Plan decide(Standing standing, RenewalRequest request) {
        Instant now = time.now();
        return Difference.exists(standing, request)
                ? schedule.changed(standing.memory(), now)
                : schedule.plan(standing.validity(), standing.memory(), now);
    }

    private Standing look(LineageName name) {
        return Standing.of(name, storage.load(name).orElse(null), memories.read(name));
    }

    private Standing readable(LineageName name) {
        try {
            return look(name);
        } catch (VpsDnsException e) {
            LOG.debug("{}: {}", name, e.getMessage());
            return Standing.of(name, null, memories.read(name));
        }
    }
}
