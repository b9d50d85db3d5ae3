// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.ddns.source.local;

import io.github.vpsdns.core.address.Family;
import io.github.vpsdns.ddns.source.SourceException;
import java.util.List;
import java.util.Optional;

/** This host's network at one moment. Made for one reading; what nobody asks for is not read. */
interface HostNetwork {
    /**
     * Returns all addresses, of IPv4 in the order of the kernel.
     *
     * @throws SourceException if they cannot be read
     */
    List<LocalAddress> addresses(Family family);

    /**
     * Returns the default routes of a family in any order.
     *
     * @return empty where routes are not told at all
     * @throws SourceException if they cannot be read
     */
    Optional<List<DefaultRoute>> defaultRoutes(Family family);

    /** Returns the interfaces as they are. */
    Links links();

    /** Returns the names of all interfaces, sorted, also of those without addresses. */
    List<String> names();
}
