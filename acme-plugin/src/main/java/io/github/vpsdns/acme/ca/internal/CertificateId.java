// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.ca.internal;

import io.github.vpsdns.acme.ca.CaException;
import io.github.vpsdns.acme.ca.CaException.Kind;
import java.security.cert.X509Certificate;
import org.shredzone.acme4j.exception.AcmeProtocolException;
import org.shredzone.acme4j.toolbox.AcmeUtils;

/** What CAs call a certificate when it is to be renewed (RFC 9773 section 4.1). Stateless. */
public final class CertificateId {
    private CertificateId() {}

    /**
     * Reads it off a certificate: the identifier of its issuer's key and its serial number.
     *
     * @param certificate a certificate
     * @return both in base64url, with a dot between
     * @throws CaException if it does not name its issuer's key
     */
    public static String of(X509Certificate certificate) {
        try {
            return AcmeUtils.getRenewalUniqueIdentifier(certificate);
        } catch (AcmeProtocolException | IllegalArgumentException e) {
            throw CaException.of(
                    Kind.UNEXPECTED,
                    "the certificate " + certificate.getSerialNumber().toString(16)
                            + " does not name the key of its issuer, so its CA cannot be asked about it",
                    e);
        }
    }
}
