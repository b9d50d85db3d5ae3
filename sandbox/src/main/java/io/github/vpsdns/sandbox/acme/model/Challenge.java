// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.sandbox.acme.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One offered way to prove control (RFC 8555 §7.1.5).
 *
 * @param id last part of its URL
 * @param type which way
 * @param token random part of the key authorization, base64url; empty if the type has none
 * @param status pending, processing, valid or invalid
 * @param validated when it became valid, else null
 * @param error why it became invalid, else null
 */
public record Challenge(
        String id,
        ChallengeType type,
        String token,
        Status status,
        @Nullable Instant validated,
        @Nullable Problem error) {

    /** The same, being looked at. */
    public Challenge processing() {
        return new Challenge(id, type, token, Status.PROCESSING, null, null);
    }

    /** The same, proven. */
    public Challenge valid(Instant when) {
        return new Challenge(id, type, token, Status.VALID, when, null);
    }

    /** The same, failed for good. */
    public Challenge invalid(Problem why) {
        return new Challenge(id, type, token, Status.INVALID, null, why);
    }
}
