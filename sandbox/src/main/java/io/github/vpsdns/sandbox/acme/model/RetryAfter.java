// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.sandbox.acme.model;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * When the client may come back (RFC 9110 §10.2.3).
 *
 * @param delay from now; whole seconds are sent, rounded up
 * @param asDate whether to send a date rather than a number of seconds
 */
public record RetryAfter(Duration delay, boolean asDate) {
    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    /** Refuses null. */
    public RetryAfter {
        requireNonNull(delay, "delay");
    }

    /** In seconds. */
    public static RetryAfter seconds(Duration delay) {
        return new RetryAfter(delay, false);
    }

    /** As an HTTP date. */
    public static RetryAfter date(Duration delay) {
        return new RetryAfter(delay, true);
    }

    /** The value of the header. */
    public String header(Instant now) {
        Duration wholeSeconds = Duration.ofSeconds(delay.plusNanos(999_999_999).toSeconds());
        return asDate ? HTTP_DATE.format(now.plus(wholeSeconds)) : Long.toString(wholeSeconds.toSeconds());
    }
}
