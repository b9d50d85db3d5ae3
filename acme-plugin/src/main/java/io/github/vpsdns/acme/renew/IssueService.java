// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.renew;

import static java.util.Objects.requireNonNull;

import io.github.vpsdns.acme.ca.AccountSettings;
import io.github.vpsdns.acme.ca.AcmeServer;
import io.github.vpsdns.acme.ca.CaException;
import io.github.vpsdns.acme.dns01.Dns01Solver;
import io.github.vpsdns.acme.hook.DeployHook;
import io.github.vpsdns.acme.hook.DeployHookException;
import io.github.vpsdns.acme.issue.CertificateIssuer;
import io.github.vpsdns.acme.issue.IssueListener;
import io.github.vpsdns.acme.renew.DeployResult.Undeployed;
import io.github.vpsdns.acme.renew.RenewalOutcome.Busy;
import io.github.vpsdns.acme.renew.RenewalOutcome.Failed;
import io.github.vpsdns.acme.store.Lineage;
import io.github.vpsdns.acme.store.LineageName;
import io.github.vpsdns.acme.store.RenewalSettings;
import io.github.vpsdns.acme.store.StateDirectory;
import io.github.vpsdns.acme.store.StateLockedException;
import io.github.vpsdns.acme.store.StoreException;
import io.github.vpsdns.core.CancelledException;
import io.github.vpsdns.core.InvalidValueException;
import io.github.vpsdns.core.VpsDnsException;
import io.github.vpsdns.core.time.Timekeeper;
import org.jspecify.annotations.Nullable;

/**
 * Gets a certificate and puts it in its place in a state directory.
 *
 * <p>Under the directory's lock: challenge values that an earlier run left behind are removed, the certificate is got, its files
 * are installed in one step, and what was said is kept for renewal. After that, without the lock, the deploy hook is run.
 *
 * <p>Thread-safe; the lock makes issuances into one directory wait for each other.
 */
public final class IssueService {
    private final StateDirectory state;
    private final Dns01Solver solver;
    private final Timekeeper time;
    private final IssueListener listener;

    /**
     * Creates the service.
     *
     * @param state where accounts, certificates and settings are
     * @param solver answers the challenges, with the journal of the same directory; its delegation, challenge type, propagation
     *     timeout and listener are replaced by what is said for each issuance
     * @param time the clock
     * @param listener told of progress
     */
    public IssueService(StateDirectory state, Dns01Solver solver, Timekeeper time, IssueListener listener) {
        this.state = requireNonNull(state, "state");
        this.solver = requireNonNull(solver, "solver");
        this.time = requireNonNull(time, "time");
        this.listener = requireNonNull(listener, "listener");
    }

    /**
     * Gets a certificate now, whether or not there is one.
     *
     * @param name under which it is kept
     * @param settings what is wanted; kept for renewal when the certificate has been got
     * @param account what is needed to make an account at the CA
     * @param keystorePassword what a PKCS#12 file is to be locked with, or {@code null} if none is wanted; copied
     * @return what was installed
     * @throws InvalidValueException if the settings contradict themselves, before anything is asked or changed
     * @throws StoreException if the directory cannot be used or written
     * @throws StateLockedException if another process has been at work in the directory for a minute
     * @throws CaException if the CA gave no certificate
     * @throws DeployHookException if the certificate is installed, but the hook failed
     * @throws CancelledException if the thread is interrupted, with the flag set again
     * @throws VpsDnsException if the challenges could not be answered; see {@link CertificateIssuer#issue}
     */
    public Lineage issue(
            LineageName name, RenewalSettings settings, AccountSettings account, char @Nullable [] keystorePassword) {
        AcmeServer server = new AcmeServer(settings.server(), settings.serverCa());
        RenewalRequest request = RenewalRequest.of(settings, account)
                .withKeystorePassword(keystorePassword == null ? null : new String(keystorePassword))
                .withDeployer(
                        settings.deployHook() == null
                                ? null
                                : new HookDeployer(state, new DeployHook(settings.deployHook()), server.directory()));
        state.prepare();
        RenewalOutcome outcome = Renewer.builder(state.storage(), SolverSource.of(solver))
                .timekeeper(time)
                .progress(listener)
                .build()
                .renew(
                        RenewalJob.of(name, request),
                        Urgency.NOW,
                        () -> state.renewals().save(name, settings));
        if (outcome instanceof Failed failed) {
            throw failed.reason();
        }
        if (outcome instanceof Busy busy) {
            throw busy.reason();
        }
        if (outcome.deploy() instanceof Undeployed undeployed) {
            throw undeployed.reason();
        }
        return state.lineages()
                .load(name)
                .orElseThrow(() -> new StoreException("the certificate " + name + " is gone already", null));
    }
}
