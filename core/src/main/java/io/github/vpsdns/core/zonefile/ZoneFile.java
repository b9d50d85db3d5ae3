// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.zonefile;

import io.github.vpsdns.core.name.DomainName;
import java.util.List;

/**
 * What a zone file says. Immutable and thread-safe.
 *
 * @param zone the zone that it was read for
 * @param hasSoa whether it has the zone's SOA record, and so claims to be the whole zone
 * @param records its records in the file's order, each value once, all of a set with the same TTL
 * @param leftOut records of types that the API does not have
 * @param remarks what was read otherwise than it may have been meant
 */
public record ZoneFile(
        DomainName zone, boolean hasSoa, List<ZoneFileRecord> records, List<LeftOut> leftOut, List<Remark> remarks) {
    /** Copies the lists. */
    public ZoneFile {
        records = List.copyOf(records);
        leftOut = List.copyOf(leftOut);
        remarks = List.copyOf(remarks);
    }
}
