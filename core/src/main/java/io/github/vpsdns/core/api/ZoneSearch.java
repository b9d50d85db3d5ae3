// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.api;

import io.github.vpsdns.core.error.ProtocolException;
import io.github.vpsdns.core.http.Operation;
import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.core.zone.Zone;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds a zone by its name, without trusting that the API has filtered: an unknown filter gives the whole list. */
final class ZoneSearch {
    private ZoneSearch() {}

    static Optional<Zone> find(ApiUrls urls, Operation operation, DomainName domain) {
        List<Zone> found;
        try (Stream<Zone> zones = operation.list(urls.zones(domain), ZoneJson::readListed)) {
            found = zones.filter(zone -> zone.domain().equals(domain)).toList();
        }
        if (found.size() > 1) {
            throw new ProtocolException(
                    operation.description(),
                    200,
                    "the API lists " + found.size() + " zones named '" + domain + "'; expected one",
                    "",
                    null);
        }
        return found.stream().findFirst();
    }
}
