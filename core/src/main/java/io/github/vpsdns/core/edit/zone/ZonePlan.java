// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.edit.zone;

import io.github.vpsdns.core.zone.Zone;
import java.util.List;

/**
 * What it takes to bring a zone to what is wanted. Immutable and thread-safe; making one calls nothing.
 *
 * @param zone the zone
 * @param before how many records it has now
 * @param unchanged how many wanted values are there as they shall be
 * @param steps the calls, in the order of names and types
 * @param standing what is not wanted and stays
 * @param ignored sets that are wanted and left alone, because the zone's own name servers or a kept name are concerned, and
 *     which are not there as wanted
 */
public record ZonePlan(
        Zone zone, int before, int unchanged, List<ZoneStep> steps, List<Standing> standing, List<WantedSet> ignored) {
    /** Copies the lists. */
    public ZonePlan {
        steps = List.copyOf(steps);
        standing = List.copyOf(standing);
        ignored = List.copyOf(ignored);
    }

    /**
     * Returns how many records are to be removed.
     *
     * @return the number, zero or more
     */
    public int removals() {
        return (int) steps.stream().filter(ZoneStep.Remove.class::isInstance).count();
    }
}
