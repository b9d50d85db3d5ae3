// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.zone;

import java.util.List;

/**
 * A zone with all its records, as the API shows one zone.
 *
 * @param zone the zone
 * @param records its records, in the API's order; immutable
 */
public record ZoneDetail(Zone zone, List<DnsRecord> records) {
    /** Copies the list. */
    public ZoneDetail {
        records = List.copyOf(records);
    }
}
