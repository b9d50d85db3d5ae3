// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.issue;

import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A certificate as the CA issued it, checked.
 *
 * @param chain the certificate for the names, then each one that signed the one before; at least one
 * @param key the key it is for, or {@code null} if the request came with one that only its maker has
 * @param propagation how long the name servers took to show all values, or {@code null} if nothing was to be shown
 */
public record IssuedCertificate(
        List<X509Certificate> chain,
        @Nullable KeyPair key,
        @Nullable Duration propagation) {
    /** Copies the list. */
    public IssuedCertificate {
        chain = List.copyOf(chain);
    }

    /**
     * Returns the certificate for the names.
     *
     * @return the first of the chain
     */
    public X509Certificate certificate() {
        return chain.get(0);
    }

    /** Shows no key. */
    @Override
    public String toString() {
        return "certificate " + certificate().getSerialNumber().toString(16) + " by "
                + certificate().getIssuerX500Principal();
    }
}
