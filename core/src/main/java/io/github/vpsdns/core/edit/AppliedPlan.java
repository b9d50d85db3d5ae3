// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.edit;

import io.github.vpsdns.core.zone.DnsRecord;
import java.util.List;

/**
 * A plan that was carried out.
 *
 * @param outcome what it took
 * @param records the set as it is now, as far as the plan knew it: kept, changed and created ones in this order, as the API's
 *     replies show them
 */
public record AppliedPlan(SetOutcome outcome, List<DnsRecord> records) {
    /** Copies the list. */
    public AppliedPlan {
        records = List.copyOf(records);
    }
}
