// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.sandbox.acme;

import io.github.vpsdns.sandbox.acme.control.AcmeFaults;
import io.github.vpsdns.sandbox.acme.control.AcmeLog;
import io.github.vpsdns.sandbox.acme.http.AcmeHttpServer;
import io.github.vpsdns.sandbox.acme.http.AcmeSite;
import io.github.vpsdns.sandbox.acme.jws.ExternalAccounts;
import io.github.vpsdns.sandbox.acme.jws.Nonces;
import io.github.vpsdns.sandbox.acme.model.IssuedCertificate;
import io.github.vpsdns.sandbox.acme.model.RenewalWindow;
import io.github.vpsdns.sandbox.acme.model.Store;
import io.github.vpsdns.sandbox.acme.pki.CertId;
import io.github.vpsdns.sandbox.acme.pki.Issuer;
import io.github.vpsdns.sandbox.acme.pki.Pem;
import io.github.vpsdns.sandbox.acme.pki.TlsIdentity;
import io.github.vpsdns.sandbox.acme.protocol.RenewalWindows;
import io.github.vpsdns.sandbox.acme.resource.Settings;
import io.github.vpsdns.sandbox.acme.validation.DnsValidator;
import io.github.vpsdns.sandbox.acme.validation.Workshop;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An ACME CA on the loopback, running from construction to {@link #close()}.
 *
 * <p>Thread-safe. Its state lives in memory and belongs to one store; requests run on the HTTP server's threads,
 * validations and issuings on a pool of their own. All of them are daemons and are stopped by {@code close()}.
 */
public final class AcmeCa implements AutoCloseable {
    private final Store store;
    private final Issuer issuer;
    private final @Nullable TlsIdentity tls;
    private final AcmeHttpServer server;
    private final Workshop workshop = new Workshop();
    private final AcmeLog log = new AcmeLog();
    private final AcmeFaults faults = new AcmeFaults();

    AcmeCa(AcmeCaBuilder builder) {
        Instant now = builder.clock.instant();
        ExternalAccounts externalAccounts = new ExternalAccounts(builder.externalAccounts);
        store = new Store(builder.clock);
        issuer = new Issuer(now);
        // Clients compare its validity with their own clocks, so it goes by the real time.
        tls = builder.tls ? new TlsIdentity(Instant.now()) : null;
        server = AcmeHttpServer.bind(builder.port, tls == null ? null : tls.context());
        AcmeSite site = new AcmeSite(
                store,
                builder.settings(),
                externalAccounts,
                issuer,
                new DnsValidator(builder.resolver, builder.dnsTimeout, Settings.ISSUER),
                workshop,
                new Nonces(builder.badNoncePercent, builder.seed),
                faults,
                log);
        site.serve(server);
    }

    /** Begins the description of a CA. */
    public static AcmeCaBuilder builder() {
        return new AcmeCaBuilder();
    }

    /** Where clients begin, such as {@code http://127.0.0.1:40123/directory}. */
    public URI directory() {
        return URI.create(server.origin() + "/directory");
    }

    /** The root of the default chain. */
    public X509Certificate root() {
        return issuer.roots().get(0);
    }

    /** The roots of all chains: of the default one first, then of the alternate. */
    public List<X509Certificate> roots() {
        return issuer.roots();
    }

    /** What https clients must trust; empty if the CA serves plain http. */
    public Optional<X509Certificate> tlsAuthority() {
        return Optional.ofNullable(tls).map(TlsIdentity::authority);
    }

    /** {@link #tlsAuthority()} as PEM, to be written to a file. */
    public Optional<String> tlsAuthorityPem() {
        return tlsAuthority().map(Pem::of);
    }

    /** What was asked of it. */
    public AcmeLog log() {
        return log;
    }

    /** What is to go wrong. */
    public AcmeFaults faults() {
        return faults;
    }

    /** Certificates issued, oldest first. */
    public List<X509Certificate> certificates() {
        return store.locked(store::certificates).stream()
                .map(IssuedCertificate::leaf)
                .toList();
    }

    /** Whether a certificate was issued here and revoked since. */
    public boolean isRevoked(X509Certificate certificate) {
        return store.locked(store::certificates).stream()
                .anyMatch(each -> each.leaf().equals(certificate) && each.revokedReason() != null);
    }

    /**
     * Challenges triggered and orders finalized from now on stay {@code processing} until {@link #release()}; look-ups
     * that run go on.
     */
    public void hold() {
        workshop.hold();
    }

    /** Lets what is held begin. */
    public void release() {
        workshop.release();
    }

    /**
     * Moves the renewal window of a certificate (RFC 9773), as CAs do before a mass revocation.
     *
     * @param explanationUrl page that tells why; null for none
     * @throws IllegalArgumentException if the certificate was not issued here, or the end is not after the start
     */
    public void moveRenewalWindow(
            X509Certificate certificate, Instant start, Instant end, @Nullable String explanationUrl) {
        if (!certificates().contains(certificate)) {
            throw new IllegalArgumentException("certificate " + certificate.getSerialNumber() + " is not of this CA");
        }
        new RenewalWindows(store).move(CertId.of(certificate), new RenewalWindow(start, end, explanationUrl));
    }

    /** Stops serving at once, and ends validations by interruption. */
    @Override
    public void close() {
        server.close();
        workshop.close();
    }
}
