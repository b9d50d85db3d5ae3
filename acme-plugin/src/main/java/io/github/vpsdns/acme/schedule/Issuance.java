// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.schedule;

import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a certificate came from, which it does not tell by itself.
 *
 * @param serial its serial number in hexadecimal
 * @param server the ACME directory of its CA
 * @param profile the profile it was ordered with, or {@code null} for the CA's default
 * @param at when it was got
 * @param propagation how long the name servers took for the proof of it, or {@code null} if there was nothing to wait for
 */
public record Issuance(
        String serial,
        URI server,
        @Nullable String profile,
        Instant at,
        @Nullable Duration propagation) {
    /**
     * Returns what a certificate is called here.
     *
     * @param certificate the certificate
     * @return its serial number in hexadecimal, lower case, without leading zeros
     */
    public static String serial(X509Certificate certificate) {
        return certificate.getSerialNumber().toString(16);
    }
}
