// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.edit.zone;

import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.core.zone.DnsRecord;

/**
 * A record that is not wanted and stays all the same.
 *
 * @param name where it stands
 * @param record the record
 * @param reason why it stays
 */
public record Standing(DomainName name, DnsRecord record, Reason reason) {
    /** Why a record stays. */
    public enum Reason {
        /** It is outside of what may be removed. */
        NOT_PRUNED,
        /** The zone's own name servers are the provider's business. */
        APEX_NS,
        /** A challenge may be under way. */
        CHALLENGE,
        /** The caller keeps everything at its name as it is. */
        KEPT_NAME,
        /** It is not understood, and therefore never removed. */
        OPAQUE
    }
}
