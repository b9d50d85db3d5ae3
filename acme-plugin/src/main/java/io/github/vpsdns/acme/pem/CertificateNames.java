// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.pem;

import io.github.vpsdns.core.InvalidValueException;
import io.github.vpsdns.core.name.DomainName;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** The names a certificate is good for. Stateless. */
public final class CertificateNames {
    private static final int DNS_NAME = 2;

    private CertificateNames() {}

    /**
     * Reads the DNS names of a certificate's subject alternative names (RFC 5280 section 4.2.1.6); the common name counts for
     * nothing (RFC 9525).
     *
     * @param certificate a certificate
     * @return its names in their order; none if it has none
     * @throws PemException if the extension is damaged
     */
    public static List<DomainName> of(X509Certificate certificate) {
        try {
            Collection<List<?>> alternatives = certificate.getSubjectAlternativeNames();
            List<DomainName> names = new ArrayList<>();
            if (alternatives != null) {
                for (List<?> alternative : alternatives) {
                    if (alternative.get(0).equals(DNS_NAME)) {
                        names.add(DomainName.of((String) alternative.get(1)));
                    }
                }
            }
            return List.copyOf(names);
        } catch (CertificateParsingException | InvalidValueException e) {
            throw new PemException(
                    "the names in the certificate of '" + certificate.getSubjectX500Principal() + "' cannot be read: "
                            + e.getMessage(),
                    e);
        }
    }
}
