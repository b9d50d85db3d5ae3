// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.record;

import io.github.vpsdns.core.InvalidValueException;

/**
 * How long resolvers may keep a record, in seconds (RFC 2181 section 8).
 *
 * @param seconds 1 to 2147483647; the API may accept less
 */
public record Ttl(int seconds) {
    /** What the API uses when none is given: one hour. */
    public static final Ttl API_DEFAULT = new Ttl(3600);

    /**
     * Checks the range.
     *
     * @throws InvalidValueException if it is less than 1
     */
    public Ttl {
        if (seconds < 1) {
            throw new InvalidValueException("a TTL of " + seconds + " is refused; expected 1 to 2147483647 seconds");
        }
    }

    /**
     * Creates a TTL.
     *
     * @param seconds 1 to 2147483647
     * @return the TTL
     * @throws InvalidValueException if it is out of range
     */
    public static Ttl of(int seconds) {
        return new Ttl(seconds);
    }

    /**
     * Returns the number of seconds.
     *
     * @return digits only
     */
    @Override
    public String toString() {
        return Integer.toString(seconds);
    }
}
