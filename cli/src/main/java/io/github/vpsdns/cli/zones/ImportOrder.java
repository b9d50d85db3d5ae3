// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.zones;

import io.github.vpsdns.cli.base.UsageException;
import io.github.vpsdns.core.edit.zone.Prune;
import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.core.zonefile.ZoneFile;
import io.github.vpsdns.core.zonefile.ZoneFileReader;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was asked for.
 *
 * @param zone the zone's name
 * @param file the file as it was named
 * @param prune whether anything may be removed
 * @param pruneLimit how many records at most, or {@code null} for half of the zone
 * @param keep names at which nothing is touched
 * @param skipUnsupported whether types that the API does not have are left out
 * @param dryRun whether nothing is to be changed
 */
record ImportOrder(
        DomainName zone,
        String file,
        boolean prune,
        @Nullable Integer pruneLimit,
        List<DomainName> keep,
        boolean skipUnsupported,
        boolean dryRun) {
    ImportOrder {
        keep = List.copyOf(keep);
        if (pruneLimit != null && !prune) {
            throw new UsageException("--prune-limit does nothing without --prune; give both or neither");
        }
        if (pruneLimit != null && pruneLimit < 0) {
            throw new UsageException(
                    "--prune-limit " + pruneLimit + " is refused; expected a number of records, 0 or more");
        }
        for (DomainName name : keep) {
            if (!name.isWithin(zone)) {
                throw new UsageException("--keep " + name + " is not within the zone " + zone);
            }
        }
    }

    ZoneFileReader reader() {
        ZoneFileReader reader = new ZoneFileReader(zone);
        return skipUnsupported ? reader.skippingUnsupported() : reader;
    }

    Prune scope(ZoneFile content) {
        if (!prune) {
            return Prune.NOTHING;
        }
        return content.hasSoa() ? Prune.WHOLE_ZONE : Prune.WANTED_SETS;
    }
}
