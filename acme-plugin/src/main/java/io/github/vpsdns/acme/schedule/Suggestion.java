// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.schedule;

import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When a CA would like a certificate to be renewed, as it says it (RFC 9773 section 4.2).
 *
 * @param start when the window begins
 * @param end when it ends
 * @param explanation a page that tells why, or {@code null}
 */
public record Suggestion(
        Instant start, Instant end, @Nullable URI explanation) {}
