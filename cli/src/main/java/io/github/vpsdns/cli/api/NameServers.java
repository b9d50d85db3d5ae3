// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.api;

import io.github.vpsdns.cli.base.Frame;
import io.github.vpsdns.cli.base.HostPort;
import io.github.vpsdns.core.dns.AuthoritativeDns;

/** The way to the name servers that the options name. */
public final class NameServers {
    private NameServers() {}

    /**
     * Prepares look-ups; asks nothing yet, but looks up the given servers' own names.
     *
     * @param frame holds the clock
     * @param options which servers
     * @return look-ups at authoritative servers
     */
    public static AuthoritativeDns of(Frame frame, DnsOptions options) {
        AuthoritativeDns.Builder builder =
                AuthoritativeDns.builder().timekeeper(frame.host().time());
        if (options.resolver() != null) {
            builder.resolver(HostPort.nameServer(options.resolver(), "--resolver"));
        }
        if (!options.nameServers().isEmpty()) {
            builder.nameServers(options.nameServers().stream()
                    .map(server -> HostPort.nameServer(server, "--nameserver"))
                    .toList());
        }
        return builder.build();
    }
}
