// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.settings;

import io.github.vpsdns.core.address.Network;
import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.webhook.password.PasswordHash;
import java.net.InetAddress;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Somebody with a password, and what they may do. Immutable and thread-safe.
 *
 * @param name what they log in with: 1 to 64 printable ASCII characters other than the colon
 * @param password the password's hash
 * @param hosts whose A and AAAA records they may change
 * @param challenges names for which, and for all names below, they may answer ACME challenges
 * @param networks from where they may come; from everywhere if there is none
 * @param expires when they may no more, or {@code null}
 */
public record User(
        String name,
        PasswordHash password,
        List<HostGrant> hosts,
        List<DomainName> challenges,
        List<Network> networks,
        @Nullable Instant expires) {
    /** Copies the lists. */
    public User {
        hosts = List.copyOf(hosts);
        challenges = List.copyOf(challenges);
        networks = List.copyOf(networks);
    }

    /**
     * Finds what allows them to update a host.
     *
     * @param host a full name
     * @return the first grant that means it; empty if they may not
     */
    public Optional<HostGrant> grant(DomainName host) {
        return hosts.stream().filter(grant -> grant.hosts().matches(host)).findFirst();
    }

    /**
     * Tells whether they may prove a name to a CA.
     *
     * @param name the name that a certificate is for, without {@code *.}
     * @return whether it is in one of their scopes
     */
    public boolean mayProve(DomainName name) {
        return challenges.stream().anyMatch(name::isWithin);
    }

    /**
     * Tells whether they may come from an address.
     *
     * @param client the address
     * @return whether it is in one of their networks, or they have none
     */
    public boolean mayComeFrom(InetAddress client) {
        return networks.isEmpty() || networks.stream().anyMatch(network -> network.contains(client));
    }

    /** Returns the name only. */
    @Override
    public String toString() {
        return name;
    }
}
