// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.sandbox.acme.model;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When the CA would like a certificate to be renewed (RFC 9773 §4.2).
 *
 * @param start from then
 * @param end until then; after the start
 * @param explanationUrl page that tells why, else null
 */
public record RenewalWindow(
        Instant start, Instant end, @Nullable String explanationUrl) {
    private static final Duration SHORT_LIVED = Duration.ofDays(10);

    /**
     * Refuses what RFC 9773 does not allow.
     *
     * @throws IllegalArgumentException if the end is not after the start
     */
    public RenewalWindow {
        requireNonNull(start, "start");
        requireNonNull(end, "end");
        if (!end.isAfter(start)) {
            throw new IllegalArgumentException("renewal window ends at " + end + ", not after its start " + start);
        }
    }

    /**
     * The usual window, as Let's Encrypt computes it: around the moment when a third of the lifetime is left (a half if
     * it is under ten days), 2 % of the lifetime to each side.
     */
    public static RenewalWindow usual(Instant notBefore, Instant notAfter) {
        Duration lifetime = Duration.between(notBefore, notAfter);
        Duration left = lifetime.compareTo(SHORT_LIVED) < 0 ? lifetime.dividedBy(2) : lifetime.dividedBy(3);
        Instant ideal = notAfter.minus(left);
        Duration margin = lifetime.dividedBy(50);
        return new RenewalWindow(ideal.minus(margin), ideal.plus(margin), null);
    }

    /** A window that is over: renew at once. */
    public static RenewalWindow past(Instant now, @Nullable String explanationUrl) {
        return new RenewalWindow(now.minus(Duration.ofHours(2)), now.minus(Duration.ofHours(1)), explanationUrl);
    }
}
