// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.edit.internal;

import io.github.vpsdns.core.InvalidValueException;
import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.core.zone.DnsRecord;
import io.github.vpsdns.core.zone.Zone;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where a record stands that the API has shown by itself, without saying of which zone it is. */
public final class RecordPlace {
    private RecordPlace() {}

    /**
     * Tells whether a record stands at a name. Where the zone is not known, a relative name is taken to be relative to the right
     * one, because asking would cost a call.
     */
    public static boolean isAt(DomainName name, @Nullable Zone zone, DnsRecord record) {
        if (zone != null) {
            return record.fqdn(zone.domain()).filter(name::equals).isPresent();
        }
        String written = record.name();
        return written.isEmpty() || written.equals("@") || isBeginningOf(name, written);
    }

    private static boolean isBeginningOf(DomainName name, String written) {
        try {
            List<String> labels = DomainName.of(written).labels();
            List<String> all = name.labels();
            return labels.equals(all)
                    || (!written.endsWith(".")
                            && labels.size() < all.size()
                            && all.subList(0, labels.size()).equals(labels));
        } catch (InvalidValueException e) {
            return false;
        }
    }
}
