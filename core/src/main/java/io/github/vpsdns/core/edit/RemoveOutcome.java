// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.edit;

import io.github.vpsdns.core.VpsDnsException;
import io.github.vpsdns.core.zone.RecordId;

/** How removing one record ended. */
public sealed interface RemoveOutcome {
    /**
     * Returns which record was to go.
     *
     * @return its id
     */
    RecordId id();

    /**
     * The record is gone.
     *
     * @param id which record
     */
    record Removed(RecordId id) implements RemoveOutcome {}

    /**
     * The record may still be there.
     *
     * @param id which record
     * @param reason why it is not known to be gone
     */
    record NotRemoved(RecordId id, VpsDnsException reason) implements RemoveOutcome {}
}
