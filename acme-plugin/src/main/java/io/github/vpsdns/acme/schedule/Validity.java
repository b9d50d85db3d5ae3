// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.schedule;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;

/**
 * From when until when a certificate holds.
 *
 * @param notBefore its first moment
 * @param notAfter its last moment
 */
public record Validity(Instant notBefore, Instant notAfter) {
    /**
     * Reads it off a certificate.
     *
     * @param certificate the certificate
     * @return its validity
     */
    public static Validity of(X509Certificate certificate) {
        return new Validity(
                certificate.getNotBefore().toInstant(),
                certificate.getNotAfter().toInstant());
    }

    /**
     * Returns how long it holds in all.
     *
     * @return the time from the first moment to the last
     */
    public Duration lifetime() {
        return Duration.between(notBefore, notAfter);
    }

    /**
     * Returns how long it still holds.
     *
     * @param now the time
     * @return the time left; negative if it has expired
     */
    public Duration left(Instant now) {
        return Duration.between(now, notAfter);
    }
}
