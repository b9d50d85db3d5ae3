// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.schedule;

import java.time.Instant;

/**
 * When the next attempt is to be made, and why then.
 *
 * @param at the moment; in the past if it is overdue
 * @param reason why a renewal is due then
 * @param held whether trouble has moved it: without that it would be earlier
 */
public record Plan(Instant at, Reason reason, boolean held) {
    /** Why a certificate is to be renewed. */
    public enum Reason {
        /** There is none yet. */
        NO_CERTIFICATE,
        /** It has expired. */
        EXPIRED,
        /** So little of its lifetime is left that nothing else counts. */
        EMERGENCY,
        /** The CA suggests the time (RFC 9773). */
        ARI,
        /** A third of its lifetime is left, or half where that is short. */
        LIFETIME,
        /** Something else is wanted now than what it was issued for. */
        CHANGED,
        /** Somebody wants it now. */
        FORCED
    }

    /**
     * Tells whether it is time.
     *
     * @param now the time
     * @return whether the moment has come
     */
    public boolean isDue(Instant now) {
        return !at.isAfter(now);
    }
}
