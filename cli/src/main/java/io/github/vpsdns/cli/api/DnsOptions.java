// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.api;

import io.github.vpsdns.cli.base.FromEnvironment;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of every command that asks name servers. */
public final class DnsOptions {
    @Option(
            names = "--resolver",
            paramLabel = "HOST[:PORT]",
            description = "The recursive resolver that finds a zone's name servers. Default: the system's."
                    + " [VPSDNS_RESOLVER]")
    @FromEnvironment("VPSDNS_RESOLVER")
    private @Nullable String resolver;

    @Option(
            names = "--nameserver",
            paramLabel = "HOST[:PORT]",
            split = "\\s*[,\\s]\\s*",
            splitSynopsisLabel = ",",
            description = "An authoritative name server to ask outright, instead of those the zone names; repeatable."
                    + " [VPSDNS_NAMESERVERS]")
    @FromEnvironment("VPSDNS_NAMESERVERS")
    private List<String> nameServers = new ArrayList<>();

    /** Creates the options as if none was given. */
    public DnsOptions() {}

    @Nullable
    String resolver() {
        return resolver;
    }

    /**
     * Tells whether name servers are given outright.
     *
     * @return whether those that zones name are not looked up
     */
    public boolean areServersGiven() {
        return !nameServers.isEmpty();
    }

    List<String> nameServers() {
        return nameServers;
    }
}
