// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.ddns.source.local;

import io.github.vpsdns.core.address.Family;
import java.util.List;
import java.util.Optional;

/**
 * A host of which only that is known that Java tells: neither routes, nor which addresses are temporary.
 *
 * @param links its interfaces
 */
record PlainNetwork(Links links) implements HostNetwork {
    @Override
    public List<LocalAddress> addresses(Family family) {
        return links.addresses(family);
    }

    @Override
    public Optional<List<DefaultRoute>> defaultRoutes(Family family) {
        return Optional.empty();
    }

    @Override
    public List<String> names() {
        return links.names();
    }
}
