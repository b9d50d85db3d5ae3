// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.edit;

import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.core.zone.Zone;
import java.util.List;

/** The account's zones (contract; being written). */
public final class ZoneDirectory {
    ZoneDirectory() {}

    /**
     * Finds the zone by the longest suffix; listed once, and once more on a miss.
     *
     * @param name a full name
     * @return the zone
     * @throws ZoneNotFoundException if no zone of the account covers the name
     */
    public Zone zoneOf(DomainName name) {
        throw new UnsupportedOperationException();
    }

    /** @return all zones, listing them if need be */
    public List<Zone> all() {
        throw new UnsupportedOperationException();
    }
}
