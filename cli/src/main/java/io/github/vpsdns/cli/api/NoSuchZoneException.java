// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.api;

import io.github.vpsdns.core.VpsDnsException;
import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.core.zone.Zone;
import java.util.List;

/** The account has no zone of the name that was given. */
final class NoSuchZoneException extends VpsDnsException {
    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 10;

    NoSuchZoneException(DomainName name, List<Zone> zones) {
        super("this account has no zone '" + name + "'; it has " + shown(zones), null);
    }

    private static String shown(List<Zone> zones) {
        if (zones.isEmpty()) {
            return "no zones yet, make one with 'vpsdns zones create DOMAIN'";
        }
        String some = String.join(
                ", ",
                zones.stream()
                        .map(zone -> zone.domain().toString())
                        .sorted()
                        .limit(SHOWN)
                        .toList());
        return zones.size() <= SHOWN ? some : some + " and " + (zones.size() - SHOWN) + " more";
    }
}
