// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.ca.internal;

import io.github.vpsdns.acme.ca.AccountSettings;
import io.github.vpsdns.acme.ca.AcmeServer;
import io.github.vpsdns.acme.ca.CaException;
import io.github.vpsdns.acme.ca.CaException.Kind;
import io.github.vpsdns.acme.ca.ExternalAccount;
import io.github.vpsdns.acme.connection.CaProvider;
import io.github.vpsdns.acme.pem.KeyType;
import io.github.vpsdns.core.name.DomainName;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shredzone.acme4j.AccountBuilder;
import org.shredzone.acme4j.Authorization;
import org.shredzone.acme4j.Certificate;
import org.shredzone.acme4j.Login;
import org.shredzone.acme4j.Metadata;
import org.shredzone.acme4j.Order;
import org.shredzone.acme4j.OrderBuilder;
import org.shredzone.acme4j.RenewalInfo;
import org.shredzone.acme4j.Session;
import org.shredzone.acme4j.Status;
import org.shredzone.acme4j.challenge.Challenge;
import org.shredzone.acme4j.connector.Resource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One CA: the requests of RFC 8555 that an issuance takes, each with its retries. All of acme4j that is not part of this
 * library's own surface is behind this class.
 *
 * <p>Thread-safe; acme4j makes one request at a time.
 */
public final class Ca {
    private static final Logger LOG = LoggerFactory.getLogger(Ca.class);

    private final AcmeServer server;
    private final Session session;
    private final CaCalls calls;

    public Ca(AcmeServer server, CaCalls calls) {
        this.server = server;
        this.calls = calls;
        this.session = new Session(server.directory(), new CaProvider(server.trustedCertificates(), calls.time()));
        session.setLocale(Locale.ENGLISH);
    }

    public String host() {
        return server.host();
    }

    public CaCalls calls() {
        return calls;
    }

    public Metadata metadata() {
        return calls.call("reading the directory of the CA", session::getMetadata);
    }

    public Login login(URI account, KeyPair key) {
        try {
            return session.login(account.toURL(), key);
        } catch (MalformedURLException e) {
            throw CaException.of(Kind.UNEXPECTED, "the account's URL '" + account + "' cannot be used", e);
        }
    }

    /** Makes an account, or finds the one that has this key: repeating it does no harm (RFC 8555 section 7.3.1). */
    public Login register(KeyPair key, AccountSettings settings) {
        return calls.call("making an account at the CA", () -> {
            AccountBuilder builder = new AccountBuilder().useKeyPair(key).agreeToTermsOfService();
            if (settings.email() != null) {
                builder.addEmail(settings.email());
            }
            ExternalAccount external = settings.externalAccount();
            if (external != null) {
                // Every CA that binds accounts takes HS256; acme4j would choose by the key's length.
                builder.withKeyIdentifier(external.keyId(), external.hmac()).withMacAlgorithm("HS256");
            }
            return builder.createLogin(session);
        });
    }

    /**
     * Orders a certificate. A second order for the same names only finds the authorizations of the first. If the CA does not
     * want to hear of the certificate to be replaced, the order is placed once more without it.
     */
    public Order order(
            Login login, List<DomainName> names, @Nullable String profile, @Nullable X509Certificate replaced) {
        Order order;
        if (replaced == null || !knowsRenewals()) {
            order = place(login, names, profile, null);
        } else {
            try {
                order = place(login, names, profile, replaced);
            } catch (CaException e) {
                if (!Replacement.isRefused(e)) {
                    throw e;
                }
                LOG.info("ordering without telling which certificate is replaced: {}", e.getMessage());
                order = place(login, names, profile, null);
            }
        }
        return requireNames(order, names);
    }

    private Order place(
            Login login, List<DomainName> names, @Nullable String profile, @Nullable X509Certificate replaced) {
        return calls.call("ordering a certificate for " + join(names), () -> {
            OrderBuilder builder = login.newOrder()
                    .domains(names.stream().map(DomainName::toString).toList());
            if (profile != null) {
                builder.profile(profile);
            }
            if (replaced != null) {
                builder.replaces(CertificateId.of(replaced));
            }
            return builder.create();
        });
    }

    /** Tells whether the CA has renewal information (RFC 9773). */
    private boolean knowsRenewals() {
        return calls.call("reading the directory of the CA", () -> session.resourceUrlOptional(Resource.RENEWAL_INFO))
                .isPresent();
    }

    private Order requireNames(Order order, List<DomainName> names) {
        Set<String> asked = names.stream().map(DomainName::toString).collect(Collectors.toSet());
        Set<String> got = order.getIdentifiers().stream()
                .map(identifier -> identifier.getValue().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        if (!asked.equals(got)) {
            throw CaException.of(
                    Kind.UNEXPECTED,
                    "the CA " + host() + " took an order for " + got + " where one for " + asked + " was asked",
                    null);
        }
        return order;
    }

    /**
     * Asks when a certificate should be renewed, which needs no account.
     *
     * @return what the CA says, or empty if it tells no such thing
     */
    public Optional<RenewalAnswer> renewalInfo(X509Certificate certificate) {
        if (!knowsRenewals()) {
            return Optional.empty();
        }
        // acme4j asks through an account, whose key it does not use for this.
        Login nobody = login(server.directory(), KeyType.P256.generate());
        return Optional.of(calls.call("asking the CA when to renew", () -> {
            RenewalInfo info = nobody.bindRenewalInfo(certificate);
            Optional<Instant> askAgain = info.fetch();
            return RenewalAnswer.of(info, askAgain);
        }));
    }

    public void fetch(Authorization authorization) {
        calls.call("reading what the CA wants proven", authorization::fetch);
    }

    /** Tells the CA to look, once: a challenge that is no longer pending has been told. */
    public void trigger(Challenge challenge, String name) {
        calls.settle("asking the CA to validate " + name, challenge::trigger, () -> {
            challenge.fetch();
            return challenge.getStatus() != Status.PENDING;
        });
    }

    public void finish(Order order, byte[] csr) {
        calls.settle("sending the signing request to the CA", () -> order.execute(csr), () -> {
            order.fetch();
            return order.getStatus() != Status.READY;
        });
    }

    /** Returns the CA's chain and, when asked to look further, its alternate ones (RFC 8555 section 7.4.2). */
    public Stream<List<X509Certificate>> chains(Order order) {
        Certificate certificate = order.getCertificate();
        return Stream.concat(
                        Stream.of(certificate),
                        Stream.of(certificate).flatMap(main -> download(main).getAlternateCertificates().stream()))
                .map(one -> download(one).getCertificateChain());
    }

    private Certificate download(Certificate certificate) {
        return calls.call("downloading the certificate", () -> {
            certificate.download();
            return certificate;
        });
    }

    public URI uri(URL url) {
        return URI.create(url.toExternalForm());
    }

    /** The one for the requests that other classes of this package make. */
    Session session() {
        return session;
    }

    public static String join(Collection<DomainName> names) {
        String some = names.stream().limit(3).map(DomainName::toString).collect(Collectors.joining(", "));
        return names.size() <= 3 ? some : some + " and " + (names.size() - 3) + " more";
    }
}
