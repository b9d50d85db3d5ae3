// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.edit;

import io.github.vpsdns.core.VpsDnsException;
import io.github.vpsdns.core.zone.DnsRecord;
import io.github.vpsdns.core.zone.RecordDraft;
import io.github.vpsdns.core.zone.Zone;

/** How adding one value ended. */
public sealed interface AddOutcome {
    /**
     * Returns what was to be added.
     *
     * @return the draft
     */
    RecordDraft draft();

    /**
     * The value is there.
     *
     * @param draft what was to be added
     * @param zone the zone it is in
     * @param record the record that holds it, with the TTL that it has
     * @param created whether it was made for this draft; {@code false} if it was there before, or an earlier draft of the
     *     same request said the same
     */
    record Added(RecordDraft draft, Zone zone, DnsRecord record, boolean created) implements AddOutcome {}

    /**
     * The value may or may not be there.
     *
     * @param draft what was to be added
     * @param reason why it is not known to be there
     */
    record NotAdded(RecordDraft draft, VpsDnsException reason) implements AddOutcome {}
}
