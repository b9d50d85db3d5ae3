// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.sweep;

import io.github.vpsdns.core.VpsDnsException;
import io.github.vpsdns.core.name.DomainName;
import java.util.List;
import java.util.Map;

/**
 * What looks like challenge values.
 *
 * @param values in the order of their zones, and of the API within each
 * @param unread zones that could not be listed, or not as a whole, with the reason; what was seen of them is among the values
 */
public record SweepFindings(List<FoundValue> values, Map<DomainName, VpsDnsException> unread) {
    /** Copies the collections. */
    public SweepFindings {
        values = List.copyOf(values);
        unread = Map.copyOf(unread);
    }

    /**
     * Returns what is to go.
     *
     * @return the values that are stale
     */
    public List<FoundValue> stale() {
        return values.stream()
                .filter(value -> value.verdict() == FoundValue.Verdict.STALE)
                .toList();
    }
}
