// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.issue;

import io.github.vpsdns.acme.ca.CaException;
import io.github.vpsdns.acme.ca.CaException.Kind;
import io.github.vpsdns.acme.pem.CertificateNames;
import io.github.vpsdns.acme.pem.Csr;
import io.github.vpsdns.core.name.DomainName;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Makes sure that what was issued is what was asked for, before anything relies on it. Stateless. */
final class CertificateCheck {
    /** How far this machine's clock may be behind the CA's. */
    private static final Duration CLOCK_SKEW = Duration.ofMinutes(10);

    private CertificateCheck() {}

    static void require(List<X509Certificate> chain, Csr csr, Instant now) {
        if (chain.isEmpty()) {
            throw wrong("there is no certificate in what the CA sent");
        }
        X509Certificate certificate = chain.get(0);
        Set<DomainName> names = new HashSet<>(CertificateNames.of(certificate));
        if (!names.equals(new HashSet<>(csr.names()))) {
            throw wrong("the certificate is for " + names + ", not for " + csr.names());
        }
        if (!certificate.getPublicKey().equals(csr.publicKey())) {
            throw wrong("the certificate is for another key than that of the signing request");
        }
        if (now.isAfter(certificate.getNotAfter().toInstant())
                || now.plus(CLOCK_SKEW).isBefore(certificate.getNotBefore().toInstant())) {
            throw wrong("the certificate is valid from "
                    + certificate.getNotBefore().toInstant() + " to "
                    + certificate.getNotAfter().toInstant() + ", and here it is " + now + "; is the clock right?");
        }
    }

    private static CaException wrong(String what) {
        return CaException.of(Kind.UNEXPECTED, what, null);
    }
}
