// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.schedule;

import io.github.vpsdns.core.InvalidValueException;
import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When a CA wants one certificate to be renewed (RFC 9773 section 4.2), and the moment that was chosen for it.
 *
 * @param certificateId which certificate it is about (RFC 9773 section 4.1); the window of another one means nothing
 * @param start when the window begins
 * @param end when it ends, after it begins
 * @param chosen the one random moment in the window; chosen again only when the window changes
 * @param explanation a page that tells why, or {@code null}
 * @param askAgainAt when the CA is to be asked again, as its {@code Retry-After} says
 */
public record AriWindow(
        String certificateId,
        Instant start,
        Instant end,
        Instant chosen,
        @Nullable URI explanation,
        Instant askAgainAt) {
    /**
     * Checks the order of times.
     *
     * @throws InvalidValueException if the window does not end after it begins, or the chosen moment is outside of it
     */
    public AriWindow {
        if (!start.isBefore(end)) {
            throw new InvalidValueException("a renewal window from " + start + " to " + end + " has no length");
        }
        if (chosen.isBefore(start) || chosen.isAfter(end)) {
            throw new InvalidValueException(
                    "the moment " + chosen + " is not in the renewal window from " + start + " to " + end);
        }
    }
}
