// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.issue;

import static java.util.Objects.requireNonNull;

import io.github.vpsdns.acme.ca.AccountSettings;
import io.github.vpsdns.acme.ca.AcmeServer;
import io.github.vpsdns.acme.ca.CaException;
import io.github.vpsdns.acme.dns01.Delegation;
import io.github.vpsdns.acme.dns01.Dns01Solver;
import io.github.vpsdns.acme.dns01.Dns01SolverBuilder;
import io.github.vpsdns.acme.dns01.DnsChallengeType;
import io.github.vpsdns.acme.hook.DeployHook;
import io.github.vpsdns.acme.hook.DeployHookException;
import io.github.vpsdns.acme.pem.Csr;
import io.github.vpsdns.acme.store.CertificateFiles;
import io.github.vpsdns.acme.store.Lineage;
import io.github.vpsdns.acme.store.LineageName;
import io.github.vpsdns.acme.store.RenewalSettings;
import io.github.vpsdns.acme.store.StateDirectory;
import io.github.vpsdns.acme.store.StateLock;
import io.github.vpsdns.acme.store.StateLockedException;
import io.github.vpsdns.acme.store.StoreException;
import io.github.vpsdns.core.CancelledException;
import io.github.vpsdns.core.InvalidValueException;
import io.github.vpsdns.core.VpsDnsException;
import io.github.vpsdns.core.time.Timekeeper;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.time.Duration;
import java.util.Optional;
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
    private static final Duration LOCK_LIMIT = Duration.ofMinutes(1);

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
     * @param settings what is wanted; kept for renewal when the certificate is there
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
        IssueOptions options = options(settings);
        if (keystorePassword != null && (options.csr() != null || keystorePassword.length == 0)) {
            throw new InvalidValueException(
                    options.csr() != null
                            ? "a PKCS#12 file needs the private key, which is not known with a signing request"
                            : "the password for the PKCS#12 file is empty; expected at least one character");
        }
        Optional<DeployHook> hook = Optional.ofNullable(settings.deployHook()).map(DeployHook::new);
        AcmeServer server = new AcmeServer(settings.server(), settings.serverCa());
        state.prepare();
        Lineage lineage;
        try (StateLock held = state.lock(LOCK_LIMIT, time)) {
            requireNonNull(held);
            solver.sweepLeftovers();
            lineage = install(name, settings, options, server, account, keystorePassword);
        }
        hook.ifPresent(one -> one.run(lineage, server.directory()));
        return lineage;
    }

    private Lineage install(
            LineageName name,
            RenewalSettings settings,
            IssueOptions options,
            AcmeServer server,
            AccountSettings account,
            char @Nullable [] keystorePassword) {
        KeyPair reused = settings.reuseKey()
                ? state.lineages().load(name).flatMap(Lineage::key).orElse(null)
                : null;
        IssuedCertificate issued = new CertificateIssuer(
                        server, account, state.accounts(), solverFor(settings), time, listener)
                .issue(options, reused);
        KeyPair pair = issued.key();
        PrivateKey key = pair == null ? null : pair.getPrivate();
        Lineage lineage = state.lineages().install(name, new CertificateFiles(issued.chain(), key, keystorePassword));
        state.renewals().save(name, settings);
        return lineage;
    }

    private static IssueOptions options(RenewalSettings settings) {
        Csr csr = settings.csr() == null ? null : Csr.read(settings.csr());
        IssueOptions plain = IssueOptions.of(settings.names());
        return new IssueOptions(
                settings.names(),
                csr,
                settings.keyType(),
                settings.profile(),
                settings.preferredChain(),
                DnsChallengeType.of(settings.challenge()),
                plain.validationTimeout(),
                plain.issuanceTimeout());
    }

    private Dns01Solver solverFor(RenewalSettings settings) {
        Dns01SolverBuilder builder = solver.toBuilder().propagationTimeout(settings.propagationTimeout());
        if (settings.alias() != null) {
            builder.delegation(new Delegation.Alias(settings.alias()));
        }
        return builder.build();
    }
}
