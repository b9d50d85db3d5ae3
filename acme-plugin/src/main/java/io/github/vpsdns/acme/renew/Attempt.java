// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.renew;

import io.github.vpsdns.acme.ca.AccountSettings;
import io.github.vpsdns.acme.ca.AcmeServer;
import io.github.vpsdns.acme.ca.CaException;
import io.github.vpsdns.acme.dns01.CleanupReport;
import io.github.vpsdns.acme.dns01.Dns01Solver;
import io.github.vpsdns.acme.dns01.Dns01SolverBuilder;
import io.github.vpsdns.acme.dns01.DnsChallengeType;
import io.github.vpsdns.acme.issue.CertificateIssuer;
import io.github.vpsdns.acme.issue.IssueListener;
import io.github.vpsdns.acme.issue.IssuedCertificate;
import io.github.vpsdns.acme.pem.CertificateNames;
import io.github.vpsdns.acme.schedule.Issuance;
import io.github.vpsdns.acme.schedule.Plan;
import io.github.vpsdns.acme.schedule.Trouble;
import io.github.vpsdns.acme.store.CertificateFiles;
import io.github.vpsdns.acme.store.CertificateStorage;
import io.github.vpsdns.acme.store.StoreException;
import io.github.vpsdns.core.time.Timekeeper;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.util.Collections;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gets one certificate and puts it in its place; for the holder of the storage's lock. Thread-safe. */
final class Attempt {
    private static final Logger LOG = LoggerFactory.getLogger(Attempt.class);

    private final CertificateStorage storage;
    private final Memories memories;
    private final SolverSource solvers;
    private final Function<AcmeServer, Optional<AcmeServer>> staging;
    private final Timekeeper time;
    private final News news;
    private final IssueListener progress;

    Attempt(
            CertificateStorage storage,
            Memories memories,
            SolverSource solvers,
            Function<AcmeServer, Optional<AcmeServer>> staging,
            Timekeeper time,
            News news,
            IssueListener progress) {
        this.storage = storage;
        this.memories = memories;
        this.solvers = solvers;
        this.staging = staging;
        this.time = time;
        this.news = news;
        this.progress = progress;
    }

    /**
     * Makes the attempt.
     *
     * @param plan why it is made
     * @param beforeInstall run when the certificate is got and nothing is changed yet
     * @return what was installed
     */
    CertificateFiles run(Standing standing, RenewalRequest request, Plan plan, Runnable beforeInstall) {
        IssuedCertificate issued;
        try (SolverSource.OpenSolver open = solvers.open()) {
            Dns01Solver solver = tailored(open.solver(), request);
            CleanupReport swept = solver.sweepLeftovers();
            if (!swept.complete()) {
                news.tell(told -> told.leftovers(standing.name(), swept.left().size()));
            }
            if (mayProbe(standing, request, plan)) {
                staging.apply(request.server()).ifPresent(elsewhere -> probe(standing, request, elsewhere, solver));
            }
            issued = issuer(request.server(), request.account(), solver)
                    .issue(
                            request.options().withReplaces(predecessor(standing, request)),
                            reusedKey(standing, request));
        }
        beforeInstall.run();
        return install(standing, request, issued);
    }

    /**
     * A proof that was not accepted counts against the CA's limits, so the next one is tried where that costs nothing; but not when
     * the end is so near that nothing else counts, nor where a proof is a record that would stay for an account of no use.
     */
    private static boolean mayProbe(Standing standing, RenewalRequest request, Plan plan) {
        Trouble trouble = standing.memory().trouble();
        return trouble != null
                && trouble.validationFailed()
                && plan.reason() != Plan.Reason.EMERGENCY
                && plan.reason() != Plan.Reason.EXPIRED
                && request.options().challenge() != DnsChallengeType.DNS_PERSIST_01;
    }

    /**
     * Only a refused proof ends the attempt: that a staging server is down, has its own limits or lacks a profile says nothing about
     * the CA. The certificate got there is of no use.
     */
    private void probe(Standing standing, RenewalRequest request, AcmeServer elsewhere, Dns01Solver solver) {
        news.tell(told -> told.probing(standing.name(), elsewhere.host()));
        LOG.info("{}: trying at {} first, because the last proof was refused", standing.name(), elsewhere.host());
        try {
            IssuedCertificate thrownAway = issuer(elsewhere, consenting(request), solver)
                    .issue(request.options().withReplaces(null), null);
            LOG.debug("{}: got {} and threw it away", standing.name(), thrownAway);
        } catch (CaException e) {
            if (e.kind() == CaException.Kind.CHALLENGE_FAILED) {
                throw e;
            }
            LOG.info("{}: {} told nothing about the proof: {}", standing.name(), elsewhere.host(), e.getMessage());
        }
    }

    /** Who has an account at a CA has agreed to its terms, also where that is not said again at each renewal. */
    private AccountSettings consenting(RenewalRequest request) {
        AccountSettings account = request.account();
        return new AccountSettings(
                account.email(),
                account.agreeToTerms()
                        || storage.accounts().load(request.server().directory()).isPresent(),
                account.externalAccount());
    }

    private CertificateIssuer issuer(AcmeServer server, AccountSettings account, Dns01Solver solver) {
        return new CertificateIssuer(server, account, storage.accounts(), solver, time, progress);
    }

    private static Dns01Solver tailored(Dns01Solver solver, RenewalRequest request) {
        Dns01SolverBuilder builder = solver.toBuilder();
        if (request.propagationTimeout() != null) {
            builder.propagationTimeout(request.propagationTimeout());
        }
        if (request.delegation() != null) {
            builder.delegation(request.delegation());
        }
        return builder.build();
    }

    /** Only the CA that issued a certificate can take another one as its replacement (RFC 9773 section 5). */
    private static @Nullable X509Certificate predecessor(Standing standing, RenewalRequest request) {
        X509Certificate certificate = standing.certificate();
        Issuance origin = standing.origin();
        return certificate == null
                        || origin == null
                        || standing.certificateId().isEmpty()
                        || !origin.server().equals(request.server().directory())
                        || Collections.disjoint(
                                CertificateNames.of(certificate),
                                request.options().names())
                ? null
                : certificate;
    }

    private static @Nullable KeyPair reusedKey(Standing standing, RenewalRequest request) {
        CertificateFiles files = standing.files();
        return !request.reuseKey() || files == null
                ? null
                : files.key()
                        .map(key -> new KeyPair(Standing.leaf(files).getPublicKey(), key))
                        .orElse(null);
    }

    private CertificateFiles install(Standing standing, RenewalRequest request, IssuedCertificate issued) {
        KeyPair pair = issued.key();
        String password = request.keystorePassword();
        CertificateFiles files = new CertificateFiles(
                issued.chain(),
                pair == null ? null : pair.getPrivate(),
                password == null ? null : password.toCharArray());
        String serial = Issuance.serial(issued.certificate());
        Issuance arriving = new Issuance(
                serial, request.server().directory(), request.options().profile(), time.now(), issued.propagation());
        String former = standing.serial();
        memories.save(standing.name(), stored -> stored.settled(former).withArriving(arriving));
        installOrFindInstalled(standing, files, serial);
        memories.change(standing.name(), stored -> {
            var settled = stored.settled(serial);
            return request.deployer() == null ? settled.withDeployed(serial) : settled;
        });
        return files;
    }

    /** An installation may fail after the certificate is in place, when only that is not known to outlive a power cut. */
    private void installOrFindInstalled(Standing standing, CertificateFiles files, String serial) {
        try {
            storage.install(standing.name(), files);
        } catch (StoreException e) {
            boolean inPlace = storage.load(standing.name())
                    .filter(found -> Issuance.serial(Standing.leaf(found)).equals(serial))
                    .isPresent();
            if (!inPlace) {
                throw e;
            }
            LOG.warn("{}: {}", standing.name(), e.getMessage());
        }
    }
}
