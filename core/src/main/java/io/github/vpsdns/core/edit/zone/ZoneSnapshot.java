// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.edit.zone;

import io.github.vpsdns.core.zone.DnsRecord;
import io.github.vpsdns.core.zone.Zone;
import java.util.List;

/**
 * The records of a zone, as far as the API shows them.
 *
 * @param zone the zone
 * @param records its records, in the API's order
 * @param certain whether that is known to be all of them: {@code false} if the API counts more than it shows, twice
 */
public record ZoneSnapshot(Zone zone, List<DnsRecord> records, boolean certain) {
    /** Copies the list. */
    public ZoneSnapshot {
        records = List.copyOf(records);
    }
}
