// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.tls;

import io.github.vpsdns.acme.pem.CertificateNames;
import io.github.vpsdns.acme.pem.KeyPairs;
import io.github.vpsdns.core.InvalidValueException;
import io.github.vpsdns.core.name.DomainName;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;

/**
 * What one side of a connection proves itself with: a certificate with its issuers, and the certificate's private key.
 *
 * <p>Immutable and thread-safe.
 *
 * @param chain the certificate, then its issuers in order; at least one
 * @param key the private key, of an elliptic curve or RSA; not printed
 */
public record TlsIdentity(List<X509Certificate> chain, PrivateKey key) {
    /**
     * Makes sure that the two belong together.
     *
     * @throws InvalidValueException if the chain is empty, or the key is that of another certificate
     * @throws io.github.vpsdns.acme.pem.PemException if it is a key of another kind
     */
    public TlsIdentity {
        chain = List.copyOf(chain);
        if (chain.isEmpty()) {
            throw new InvalidValueException("there is no certificate in the chain; expected at least one");
        }
        if (!KeyPairs.match(chain.get(0).getPublicKey(), key)) {
            throw new InvalidValueException("the private key is not that of the certificate for '"
                    + chain.get(0).getSubjectX500Principal() + "'");
        }
    }

    /**
     * Returns the certificate itself.
     *
     * @return the first of the chain
     */
    public X509Certificate certificate() {
        return chain.get(0);
    }

    /**
     * Returns the DNS names in the certificate.
     *
     * @return the names, in the certificate's order; none if it has none
     * @throws io.github.vpsdns.acme.pem.PemException if they cannot be read
     */
    public List<DomainName> names() {
        return CertificateNames.of(certificate());
    }

    @Override
    public String toString() {
        return "TlsIdentity[" + certificate().getSubjectX500Principal() + ", serial "
                + certificate().getSerialNumber().toString(16) + ", key=***]";
    }
}
