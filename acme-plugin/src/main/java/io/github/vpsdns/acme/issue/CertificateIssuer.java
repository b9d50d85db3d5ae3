// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.issue;

import static java.util.Objects.requireNonNull;

import io.github.vpsdns.acme.ca.AccountSettings;
import io.github.vpsdns.acme.ca.AcmeServer;
import io.github.vpsdns.acme.ca.CaException;
import io.github.vpsdns.acme.ca.internal.Accounts;
import io.github.vpsdns.acme.ca.internal.Ca;
import io.github.vpsdns.acme.ca.internal.CaCalls;
import io.github.vpsdns.acme.ca.internal.CaFailure;
import io.github.vpsdns.acme.dns01.Dns01Solver;
import io.github.vpsdns.acme.dns01.Presentation;
import io.github.vpsdns.acme.pem.Csr;
import io.github.vpsdns.acme.persist.PersistentProofs;
import io.github.vpsdns.acme.store.AccountStore;
import io.github.vpsdns.core.CancelledException;
import io.github.vpsdns.core.VpsDnsException;
import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.core.time.Timekeeper;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.shredzone.acme4j.Authorization;
import org.shredzone.acme4j.Login;
import org.shredzone.acme4j.Order;
import org.shredzone.acme4j.exception.AcmeLazyLoadingException;
import org.shredzone.acme4j.exception.AcmeProtocolException;

/**
 * Gets certificates from one CA with one account.
 *
 * <p>An issuance goes: account, order, one authorization for each name; values presented all at once and awaited at all
 * authoritative servers; all challenges triggered, so that the CA validates side by side; values removed; signing request sent,
 * certificate fetched and checked. Whatever fails or interrupts it, own values are removed and pending authorizations are
 * deactivated, so that they do not count against the account's limits.
 *
 * <p>Thread-safe; each issuance has its own connection to the CA.
 */
public final class CertificateIssuer {
    private final AcmeServer server;
    private final AccountSettings account;
    private final AccountStore accounts;
    private final Dns01Solver solver;
    private final Timekeeper time;
    private final IssueListener listener;

    /**
     * Creates the issuer; nothing is asked yet.
     *
     * @param server the CA
     * @param account what is needed to make an account there
     * @param accounts where the account is kept
     * @param solver answers the challenges; its own listener is replaced by the one given here
     * @param time the clock
     * @param listener told of progress
     */
    public CertificateIssuer(
            AcmeServer server,
            AccountSettings account,
            AccountStore accounts,
            Dns01Solver solver,
            Timekeeper time,
            IssueListener listener) {
        this.server = requireNonNull(server, "server");
        this.account = requireNonNull(account, "account");
        this.accounts = requireNonNull(accounts, "accounts");
        this.solver = requireNonNull(solver, "solver");
        this.time = requireNonNull(time, "time");
        this.listener = requireNonNull(listener, "listener");
    }

    /**
     * Gets one certificate.
     *
     * @param options what is wanted
     * @param reusedKey the key to certify, or {@code null} for a new one; not used when the options have a signing request
     * @return the certificate, checked against what was asked for
     * @throws CaException if the CA gave none
     * @throws CancelledException if the thread is interrupted, with the flag set again
     * @throws VpsDnsException if the challenges could not be answered; see {@link Dns01Solver#present}, {@link
     *     Presentation#awaitEverywhere} and {@link PersistentProofs#ensure}
     */
    public IssuedCertificate issue(IssueOptions options, @Nullable KeyPair reusedKey) {
        try {
            return attempt(options, reusedKey);
        } catch (AcmeProtocolException | AcmeLazyLoadingException e) {
            throw new CaFailure(server.host(), e).toThrow("reading an answer of the CA", time.now());
        }
    }

    private IssuedCertificate attempt(IssueOptions options, @Nullable KeyPair reusedKey) {
        News news = new News(listener);
        prover(options).prepare();
        Ca ca = new Ca(server, new CaCalls(server.host(), time, RandomGenerator.getDefault()));
        Order order = order(ca, options, news);
        Duration propagation = proveNames(ca, order, options, news);

        KeyPair key = options.csr() != null
                ? null
                : reusedKey != null ? reusedKey : options.keyType().generate();
        Csr csr = options.csr() != null ? options.csr() : Csr.of(options.names(), requireNonNull(key));
        news.tell(IssueListener::finalizing);
        new Finalization(ca, time).run(order, csr.der(), options.issuanceTimeout());
        List<X509Certificate> chain = ChainChoice.choose(ca.chains(order), options.preferredChain());
        CertificateCheck.require(chain, csr, time.now());
        IssuedCertificate issued = new IssuedCertificate(chain, key, propagation);
        news.tell(told -> told.issued(issued.certificate()));
        return issued;
    }

    private Order order(Ca ca, IssueOptions options, News news) {
        requireProfile(ca, options.profile());
        Accounts keeper = new Accounts(
                ca, server.directory(), account, accounts, time, url -> news.tell(told -> told.accountCreated(url)));
        Login login = keeper.login();
        new CaaPreflight(ca, solver.dns())
                .require(options, ca.uri(login.getAccount().getLocation()));
        Order order = orderWith(ca, keeper, login, options);
        news.tell(told -> told.orderCreated(
                ca.uri(order.getLocation()),
                options.names().stream().map(DomainName::toString).toList()));
        return order;
    }

    private static Order orderWith(Ca ca, Accounts keeper, Login login, IssueOptions options) {
        try {
            return ca.order(login, options.names(), options.profile(), options.replaces());
        } catch (CaException e) {
            return ca.order(keeper.createIfGone(e), options.names(), options.profile(), options.replaces());
        }
    }

    private static void requireProfile(Ca ca, @Nullable String profile) {
        if (profile != null && !ca.metadata().isProfileAllowed(profile)) {
            throw CaException.of(
                    CaException.Kind.REFUSED,
                    "the CA " + ca.host() + " has no profile '" + profile + "'; it has "
                            + (ca.metadata().getProfiles().isEmpty()
                                    ? "none"
                                    : String.join(", ", ca.metadata().getProfiles())),
                    null);
        }
    }

    private @Nullable Duration proveNames(Ca ca, Order order, IssueOptions options, News news) {
        List<Authorization> authorizations = order.getAuthorizations();
        try {
            authorizations.forEach(ca::fetch);
            return prover(options).prove(ca, authorizations, news);
        } catch (RuntimeException | Error e) {
            Deactivation.run(authorizations, time);
            throw e;
        }
    }

    private NameProver prover(IssueOptions options) {
        return switch (options.challenge()) {
            case DNS_01, DNS_ACCOUNT_01 -> new TransientProver(solver, listener, options, time);
            case DNS_PERSIST_01 -> new PersistentProver(solver, listener, options, time, accounts, server.directory());
        };
    }
}
