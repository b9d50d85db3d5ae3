// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.sandbox.dns;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.Name;

/** The zones one server has at one moment. Confined to the lock of the view that owns it. */
final class Catalog {
    private final Map<Name, ZoneData> zones = new HashMap<>();

    void put(ZoneData zone) {
        zones.put(zone.origin(), zone);
    }

    void remove(Name origin) {
        zones.remove(origin);
    }

    /** The zone closest above a name, or null if none of ours is. */
    @Nullable
    ZoneData closest(Name name) {
        for (int strip = 0; strip < name.labels(); strip++) {
            ZoneData zone = zones.get(new Name(name, strip));
            if (zone != null) {
                return zone;
            }
        }
        return null;
    }
}
