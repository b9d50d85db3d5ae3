// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.sweep;

import io.github.vpsdns.core.VpsDnsException;
import java.util.List;
import java.util.Map;

/**
 * What became of values that were to go.
 *
 * @param removed those that are no longer at the API
 * @param left those that may still be there, each with the reason
 */
public record SweepReport(List<FoundValue> removed, Map<FoundValue, VpsDnsException> left) {
    /** Copies the collections. */
    public SweepReport {
        removed = List.copyOf(removed);
        left = Map.copyOf(left);
    }
}
