// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.sweep;

import io.github.vpsdns.core.InvalidValueException;
import io.github.vpsdns.core.name.DomainName;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * What a sweep is about.
 *
 * @param zones the zones to look into; none for all of the account
 * @param olderThan what age a value must have reached to be removed, more than zero
 * @param undated whether values whose age the API does not tell are removed as well
 * @param aliases names besides the challenge names at which values of that shape are challenge values
 * @param follow whether names that CNAME records of challenge names lead to, within the zones looked into, are among those
 */
public record SweepScope(
        List<DomainName> zones, Duration olderThan, boolean undated, Set<DomainName> aliases, boolean follow) {
    /**
     * Copies the collections.
     *
     * @throws InvalidValueException if the age is not positive
     */
    public SweepScope {
        zones = List.copyOf(zones);
        aliases = Set.copyOf(aliases);
        if (olderThan.isZero() || olderThan.isNegative()) {
            throw new InvalidValueException("an age of " + olderThan + " is refused; expected more than zero");
        }
    }

    /**
     * Returns the careful scope: all zones, challenge names only, nothing of unknown age.
     *
     * @param age what age a value must have reached
     * @return the scope
     * @throws InvalidValueException if the age is not positive
     */
    public static SweepScope olderThan(Duration age) {
        return new SweepScope(List.of(), age, false, Set.of(), false);
    }
}
