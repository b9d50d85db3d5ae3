// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.check;

import java.util.Locale;

/** What was found, as a word that stays the same while sentences are reworded. */
public enum Kind {
    /** Where the token was found. */
    TOKEN_FOUND,
    /** The API takes, or refuses, the token. */
    TOKEN_ACCEPTED,
    /** The token lacks a permission that a job needs. */
    PERMISSION_MISSING,
    /** The token has all permissions, or the API does not tell which it has. */
    PERMISSIONS,
    /** The account's zones, or that they cannot be listed. */
    ZONES,
    /** Which zone of the account covers a name. */
    ZONE_COVERS,
    /** Whether public DNS leads to the zone's servers. */
    DELEGATION,
    /** Whether the zone's servers answer for it. */
    NAME_SERVERS,
    /** Whether the zone's servers have the same version of it. */
    SERIALS,
    /** Where the challenge name leads. */
    CHALLENGE_NAME,
    /** Challenge values left behind in the zone. */
    LEFTOVERS,
    /** Challenge values left behind by earlier runs of this program. */
    OWN_LEFTOVERS,
    /** More values at one challenge name than a CA may want to read. */
    CROWDED_NAME,
    /** Whether CAA records let a CA issue for a name. */
    CAA,
    /** A value was written, seen at all servers, and removed. */
    ROUND_TRIP;

    /**
     * Returns the word for programs.
     *
     * @return such as {@code permission-missing}
     */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
