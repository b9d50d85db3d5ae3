// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.ddns.verify;

import io.github.vpsdns.core.dns.AuthoritativeDns;
import io.github.vpsdns.core.dns.AuthoritativeZone;
import io.github.vpsdns.core.name.DomainName;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The zones that names are in, as DNS tells; what was found once is not looked for again. Thread-safe. */
final class Whereabouts {
    private static final int MOST = 20_000;

    private final AuthoritativeDns dns;
    private final Map<DomainName, DomainName> apexes = new ConcurrentHashMap<>();

    Whereabouts(AuthoritativeDns dns) {
        this.dns = dns;
    }

    DomainName apexOf(DomainName name) {
        DomainName known = apexes.get(name);
        if (known != null) {
            return known;
        }
        DomainName found = dns.zoneContaining(name).apex();
        if (apexes.size() < MOST) {
            apexes.put(name, found);
        }
        return found;
    }

    /** Finds the servers, which may be others by now. */
    AuthoritativeZone zone(DomainName apex) {
        return dns.zone(apex);
    }

    /** Where no server of a zone can be found, its names may be in another one by now. */
    void forget(DomainName apex) {
        apexes.values().removeIf(apex::equals);
    }
}
