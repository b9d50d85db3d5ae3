// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.edit;

import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.core.zone.Zone;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The account's zones as one listing showed them; immutable. */
final class ZoneList {
    private final List<Zone> zones;
    private final Map<DomainName, Zone> byDomain = new LinkedHashMap<>();
    private final long listedAtNanos;

    ZoneList(List<Zone> zones, long listedAtNanos) {
        this.zones = List.copyOf(zones);
        this.listedAtNanos = listedAtNanos;
        zones.forEach(zone -> byDomain.putIfAbsent(zone.domain(), zone));
    }

    List<Zone> zones() {
        return zones;
    }

    long listedAtNanos() {
        return listedAtNanos;
    }

    /** Returns the zone with the longest name that is a suffix of the given one. */
    Optional<Zone> covering(DomainName name) {
        for (DomainName suffix = name; !suffix.isRoot(); suffix = suffix.parent()) {
            Zone zone = byDomain.get(suffix);
            if (zone != null) {
                return Optional.of(zone);
            }
        }
        return Optional.empty();
    }

    boolean coversAll(Collection<DomainName> names) {
        return names.stream().allMatch(name -> covering(name).isPresent());
    }

    Zone require(DomainName name) {
        return covering(name).orElseThrow(() -> new ZoneNotFoundException(name, List.copyOf(byDomain.keySet())));
    }
}
