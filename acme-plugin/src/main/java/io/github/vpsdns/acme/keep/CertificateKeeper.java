// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.keep;

import static java.util.Objects.requireNonNull;

import io.github.vpsdns.acme.renew.LineageStatus;
import io.github.vpsdns.acme.renew.RenewalJob;
import io.github.vpsdns.acme.renew.RenewalListener;
import io.github.vpsdns.acme.renew.RenewalLoop;
import io.github.vpsdns.acme.renew.RenewalOutcome;
import io.github.vpsdns.acme.renew.Renewer;
import io.github.vpsdns.acme.renew.SolverSource;
import io.github.vpsdns.acme.renew.Urgency;
import io.github.vpsdns.acme.schedule.Plan;
import io.github.vpsdns.acme.schedule.Trouble;
import io.github.vpsdns.acme.store.CertificateFiles;
import io.github.vpsdns.acme.store.LineageName;
import io.github.vpsdns.acme.tls.SwitchingKeyManager;
import io.github.vpsdns.core.CancelledException;
import io.github.vpsdns.core.VpsDnsException;
import io.github.vpsdns.core.api.ApiToken;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps certificates valid for as long as a program runs, and shows the newest through one {@link SSLContext}.
 *
 * <p>A certificate that is stored is in use at once, without any request. What is missing or due is got in the background, by a
 * thread of its own that looks every minute; then handshakes show the new one, and no connection is dropped. As long as the next
 * one cannot be got, the former one is shown, even beyond its end. Before the first there is nothing to show, and handshakes fail
 * cleanly; {@link #awaitFirst} is for programs that rather wait. What another process puts into the same storage is shown within
 * a minute.
 *
 * <p>Thread-safe. {@link #close} ends the renewal; the context remains usable, with the certificates as they are.
 */
public final class CertificateKeeper implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(CertificateKeeper.class);

    /** Challenge values of an attempt that is cut short are removed within this time, or at the next start. */
    private static final Duration CLOSE_LIMIT = Duration.ofSeconds(30);

    private final SwitchingKeyManager keys;
    private final SSLContext context;
    private final Showcase showcase;
    private final KeeperListener listener;
    private final List<RenewalJob> jobs;
    private final Renewer renewer;
    private final RenewalLoop loop;
    private final Runnable whenClosed;

    CertificateKeeper(CertificateKeeperBuilder settings, SolverSource solvers, Runnable whenClosed) {
        this.keys = new SwitchingKeyManager();
        this.context = keys.newSslContext();
        this.listener = settings.listener;
        this.jobs = settings.jobs();
        this.showcase = new Showcase(
                settings.requireStorage(),
                jobs.stream().map(RenewalJob::name).toList(),
                settings.targets(keys),
                listener);
        this.renewer = Renewer.builder(settings.requireStorage(), solvers)
                .timekeeper(settings.time)
                .listener(new Ear())
                .build();
        this.loop = new RenewalLoop(renewer, this::jobsOfThisRound, settings.time, CLOSE_LIMIT);
        this.whenClosed = whenClosed;
    }

    /**
     * Begins to build a keeper that answers challenges through the API.
     *
     * @param token the API's token, with the permissions {@code dns:list}, {@code dns:create} and {@code dns:delete}
     * @return the builder
     */
    public static CertificateKeeperBuilder builder(ApiToken token) {
        return new CertificateKeeperBuilder(requireNonNull(token, "token"), null);
    }

    /**
     * Begins to build a keeper that answers challenges with a solver of the program's own.
     *
     * @param solvers opens the solver for an attempt
     * @return the builder
     */
    public static CertificateKeeperBuilder builder(SolverSource solvers) {
        return new CertificateKeeperBuilder(null, requireNonNull(solvers, "solvers"));
    }

    /** Shows what is stored, then begins to look. */
    CertificateKeeper start() {
        jobs.forEach(job -> showcase.refresh(job.name()));
        loop.start();
        return this;
    }

    /**
     * Returns what shows the newest certificates, with the platform's trust in others'.
     *
     * @return the same context each time
     */
    public SSLContext sslContext() {
        return context;
    }

    /**
     * Returns the newest certificates as a key manager, for contexts with settings of their own, and for servers' libraries.
     *
     * @return the same key manager each time
     */
    public SwitchingKeyManager keyManager() {
        return keys;
    }

    /**
     * Waits until there is a certificate for each of those that are kept, whether stored or new.
     *
     * @param limit how long to wait at most; an order takes about half a minute, a new try comes after a minute
     * @return this
     * @throws NoCertificateException if one is missing then; the message tells what went wrong last
     * @throws CancelledException if the thread is interrupted, with the flag set again
     */
    public CertificateKeeper awaitFirst(Duration limit) {
        try {
            showcase.awaitAll(limit);
            return this;
        } catch (InterruptedException e) {
            throw CancelledException.interrupted("waiting for the first certificate", e);
        }
    }

    /**
     * Tells how it stands with each certificate, as of the last look at it; nobody is asked.
     *
     * @return in the order in which they were given to the builder; none before the first look
     */
    public List<LineageStatus> status() {
        return loop.status();
    }

    /**
     * Renews all certificates now, whether or not they are due, such as after a key has become known; returns when that is done.
     * What succeeds is in use then.
     *
     * @return what came of it, in the order in which they were given to the builder
     * @throws CancelledException if the thread is interrupted, with the flag set again
     */
    public List<RenewalOutcome> renewNow() {
        return jobs.stream().map(job -> renewer.renew(job, Urgency.NOW)).toList();
    }

    /** Ends what is under way, waiting up to half a minute for its challenge values to be removed; a second time does nothing. */
    @Override
    public void close() {
        loop.close();
        whenClosed.run();
    }

    private List<RenewalJob> jobsOfThisRound() {
        jobs.forEach(job -> refreshQuietly(job.name()));
        return jobs;
    }

    /** What cannot be read now is in use as it was; the renewer will say so. */
    private void refreshQuietly(LineageName name) {
        try {
            showcase.refresh(name);
        } catch (RuntimeException e) {
            LOG.debug("{}: what is stored cannot be shown", name, e);
        }
    }

    private final class Ear implements RenewalListener {
        @Override
        public void renewed(LineageName name, CertificateFiles certificate, Plan next) {
            refreshQuietly(name);
        }

        @Override
        public void failed(LineageName name, VpsDnsException reason, Trouble trouble) {
            showcase.failed(reason);
            listener.failed(name, reason, trouble);
        }
    }
}
