// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.ddns.source.local;

import io.github.vpsdns.core.address.Family;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A Linux host: IPv6 addresses, routes and names from proc(5), IPv4 addresses and whether an interface is up from Java. */
final class ProcNetwork implements HostNetwork {
    private final ProcTables tables;
    private final Supplier<Links> look;
    private @Nullable Links links;

    /**
     * Creates the moment.
     *
     * @param tables the kernel's
     * @param look lists the interfaces, called once at most
     */
    ProcNetwork(ProcTables tables, Supplier<Links> look) {
        this.tables = tables;
        this.look = look;
    }

    @Override
    public List<LocalAddress> addresses(Family family) {
        return family == Family.IPV4
                ? links().addresses(family)
                : tables.inet6().read().orElse(List.of());
    }

    @Override
    public Optional<List<DefaultRoute>> defaultRoutes(Family family) {
        Table<List<DefaultRoute>> routes = family == Family.IPV4 ? tables.routes4() : tables.routes6();
        return Optional.of(routes.read().orElse(List.of()));
    }

    @Override
    public Links links() {
        Links known = links;
        if (known == null) {
            known = look.get();
            links = known;
        }
        return known;
    }

    @Override
    public List<String> names() {
        return tables.names().read().orElseGet(() -> links().names());
    }
}
