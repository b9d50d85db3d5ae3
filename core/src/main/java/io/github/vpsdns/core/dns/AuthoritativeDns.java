// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.dns;

import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.core.time.Timekeeper;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;

/** Authoritative look-ups (contract; being written). */
public final class AuthoritativeDns {
    private AuthoritativeDns() {}

    /** @return builder */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Finds the servers of a zone: those given outright, else by NS and address look-ups at the resolver.
     *
     * @param apex the zone's name
     * @return the zone's servers
     */
    public AuthoritativeZone zone(DomainName apex) {
        throw new UnsupportedOperationException();
    }

    /**
     * Finds the zone that a name is in, which may be anybody's, by walking up from its parent.
     *
     * @param name a name, itself never asked for at a resolver
     * @return the zone's servers
     */
    public AuthoritativeZone zoneContaining(DomainName name) {
        throw new UnsupportedOperationException();
    }

    /** Builder. */
    public static final class Builder {
        /** @param servers asked for every zone @return this */
        public Builder nameServers(List<InetSocketAddress> servers) {
            return this;
        }

        /** @param server recursive resolver @return this */
        public Builder resolver(InetSocketAddress server) {
            return this;
        }

        /** @param limit of one query @return this */
        public Builder queryTimeout(Duration limit) {
            return this;
        }

        /** @param time clock @return this */
        public Builder timekeeper(Timekeeper time) {
            return this;
        }

        /** @return it */
        public AuthoritativeDns build() {
            return new AuthoritativeDns();
        }
    }
}
