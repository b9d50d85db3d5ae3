// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.api;

import io.github.vpsdns.cli.base.FromEnvironment;
import io.github.vpsdns.cli.base.HostPort;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
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

    /**
     * Puts a configuration file between the line and the environment.
     *
     * @param configuredResolver the resolver in the file, or {@code null}
     * @param configuredServers the name servers in the file, perhaps none
     * @param isOnTheLine tells of an option, by its name, whether it was given on the line
     * @return the options that result
     */
    public DnsOptions over(
            @Nullable String configuredResolver, List<String> configuredServers, Predicate<String> isOnTheLine) {
        DnsOptions joined = new DnsOptions();
        joined.resolver = configuredResolver == null || isOnTheLine.test("--resolver") ? resolver : configuredResolver;
        joined.nameServers =
                configuredServers.isEmpty() || isOnTheLine.test("--nameserver") ? nameServers : configuredServers;
        return joined;
    }

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

    /**
     * Tells whether all servers are given in the form that they must have; asks nobody.
     *
     * @return whether only a server's name can be the reason if they cannot be used
     */
    public boolean isWellFormed() {
        return (resolver == null || HostPort.isNameServer(resolver))
                && nameServers.stream().allMatch(HostPort::isNameServer);
    }

    List<String> nameServers() {
        return nameServers;
    }
}
