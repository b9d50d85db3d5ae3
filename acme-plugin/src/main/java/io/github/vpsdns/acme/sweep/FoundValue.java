// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.sweep;

import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.core.zone.DnsRecord;
import io.github.vpsdns.core.zone.Zone;

/**
 * A record that looks like the answer to a challenge.
 *
 * @param zone the zone it is in
 * @param name the full name at which it stands
 * @param record the record
 * @param verdict what is to become of it
 */
public record FoundValue(Zone zone, DomainName name, DnsRecord record, Verdict verdict) {
    /** What is to become of a value. */
    public enum Verdict {
        /** It has the age, and is to go. */
        STALE,
        /** It may be waited for just now, and stays. */
        YOUNG,
        /** The API does not tell its age, and it stays. */
        UNDATED,
        /** It stands where only a CNAME leads, so that it may be something else, and it stays. */
        AT_ALIAS
    }
}
