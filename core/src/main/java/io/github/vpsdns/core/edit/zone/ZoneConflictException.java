// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.edit.zone;

import io.github.vpsdns.core.VpsDnsException;
import java.util.List;

/** What is wanted cannot stand beside what is in the zone (RFC 1034 section 3.6.2). Nothing was written. */
public final class ZoneConflictException extends VpsDnsException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> conflicts;

    ZoneConflictException(List<String> conflicts) {
        super(String.join("; ", conflicts), null);
        this.conflicts = List.copyOf(conflicts);
    }

    /**
     * Returns what is in the way of what.
     *
     * @return one clause for each name, at least one
     */
    public List<String> conflicts() {
        return conflicts;
    }
}
