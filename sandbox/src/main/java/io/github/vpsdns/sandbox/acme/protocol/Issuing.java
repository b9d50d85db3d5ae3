// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.sandbox.acme.protocol;

import io.github.vpsdns.sandbox.acme.control.AcmeEvent;
import io.github.vpsdns.sandbox.acme.control.AcmeFaults;
import io.github.vpsdns.sandbox.acme.control.AcmeLog;
import io.github.vpsdns.sandbox.acme.model.IssuedCertificate;
import io.github.vpsdns.sandbox.acme.model.Order;
import io.github.vpsdns.sandbox.acme.model.OrderRequest;
import io.github.vpsdns.sandbox.acme.model.Problem;
import io.github.vpsdns.sandbox.acme.model.ProblemException;
import io.github.vpsdns.sandbox.acme.model.ProblemType;
import io.github.vpsdns.sandbox.acme.model.RenewalWindow;
import io.github.vpsdns.sandbox.acme.model.Store;
import io.github.vpsdns.sandbox.acme.pki.CertId;
import io.github.vpsdns.sandbox.acme.pki.Issuer;
import io.github.vpsdns.sandbox.acme.pki.SigningRequest;
import io.github.vpsdns.sandbox.acme.resource.Ids;
import io.github.vpsdns.sandbox.acme.resource.Settings;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Signs what an order was promised, or gives the order up if that was scripted. */
final class Issuing {
    /** RFC 5280 §5.3.1. */
    private static final int KEY_COMPROMISE = 1;

    private final Store store;
    private final Settings settings;
    private final Issuer issuer;
    private final AcmeFaults faults;
    private final AcmeLog log;

    Issuing(Store store, Settings settings, Issuer issuer, AcmeFaults faults, AcmeLog log) {
        this.store = store;
        this.settings = settings;
        this.issuer = issuer;
        this.faults = faults;
        this.log = log;
    }

    void requireNotCompromised(SigningRequest csr) {
        boolean compromised = store.certificates().stream()
                .filter(each -> Integer.valueOf(KEY_COMPROMISE).equals(each.revokedReason()))
                .anyMatch(each -> each.leaf().getPublicKey().equals(csr.key()));
        if (compromised) {
            throw ProblemException.of(
                    ProblemType.BAD_PUBLIC_KEY,
                    "a certificate of this key was revoked because the key was compromised");
        }
    }

    void issue(String orderId, SigningRequest csr) {
        Optional<Problem> scripted = faults.takeIssuing();
        if (scripted.isPresent()) {
            log.add(new AcmeEvent.IssuingFailed(orderId, scripted.get()));
            store.locked(() -> store.order(orderId).map(order -> store.put(order.failed(scripted.get()))));
            return;
        }
        store.locked(() -> store.order(orderId).map(order -> sign(order, csr)));
    }

    private Order sign(Order order, SigningRequest csr) {
        OrderRequest wanted = order.request();
        Instant start = Optional.ofNullable(wanted.notBefore())
                .orElseGet(() -> store.now().truncatedTo(ChronoUnit.SECONDS));
        // RFC 5280 counts the last second in, so the lifetime is one second less in the certificate.
        Instant end = Optional.ofNullable(wanted.notAfter())
                .orElseGet(() -> start.plus(settings.profiles().getOrDefault(wanted.profile(), Duration.ZERO))
                        .minusSeconds(1));
        List<List<X509Certificate>> chains =
                issuer.issue(csr.key(), wanted.names(), wanted.profile().equals(Settings.CLASSIC), start, end);
        IssuedCertificate certificate = store.put(new IssuedCertificate(
                Ids.id(),
                CertId.of(chains.get(0).get(0)),
                order.accountId(),
                wanted.names(),
                wanted.profile(),
                chains,
                null,
                null,
                RenewalWindow.usual(start, end)));
        log.add(new AcmeEvent.CertificateIssued(certificate.certId(), wanted.names(), wanted.profile(), start, end));
        return store.put(order.fulfilled(certificate.id()));
    }
}
