// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.ca.internal;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shredzone.acme4j.RenewalInfo;

/**
 * What a CA says about the renewal of a certificate (RFC 9773 section 4.2).
 *
 * @param start when its window begins
 * @param end when it ends; not checked
 * @param explanation a page that tells why, or {@code null}
 * @param askAgain when to ask again, or {@code null} if it does not say
 */
public record RenewalAnswer(
        Instant start,
        Instant end,
        @Nullable URI explanation,
        @Nullable Instant askAgain) {
    static RenewalAnswer of(RenewalInfo info, Optional<Instant> askAgain) {
        return new RenewalAnswer(
                info.getSuggestedWindowStart(),
                info.getSuggestedWindowEnd(),
                info.getExplanation()
                        .map(url -> URI.create(url.toExternalForm()))
                        .orElse(null),
                askAgain.orElse(null));
    }
}
