// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.webhook.config;

import io.github.vpsdns.cli.yaml.Scalar;
import io.github.vpsdns.core.InvalidValueException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** When something is over: with a day, at its end, or at a moment (RFC 3339). Stateless. */
final class Ends {
    static final Scalar<Instant> END = Scalar.text(
                    40, "a date such as 2027-01-01, or a time such as 2027-01-01T12:00:00Z")
            .to(Ends::end);

    private Ends() {}

    private static Instant end(String text) {
        try {
            return text.indexOf('T') < 0
                    ? LocalDate.parse(text)
                            .plusDays(1)
                            .atStartOfDay(ZoneOffset.UTC)
                            .toInstant()
                    : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw new InvalidValueException("there is no such time; expected a date such as 2027-01-01, at whose end"
                    + " (UTC) it is over, or a time such as 2027-01-01T12:00:00Z");
        }
    }
}
