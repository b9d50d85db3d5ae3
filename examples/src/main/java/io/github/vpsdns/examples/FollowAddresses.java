// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.examples;

import io.github.vpsdns.core.address.Family;
import io.github.vpsdns.core.api.VpsDnsClient;
import io.github.vpsdns.core.dns.AuthoritativeDns;
import io.github.vpsdns.core.edit.RecordEditor;
import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.core.pace.ApiAccess;
import io.github.vpsdns.core.record.Ttl;
import io.github.vpsdns.ddns.agent.Agent;
import io.github.vpsdns.ddns.memory.MemoryFile;
import io.github.vpsdns.ddns.report.AgentEvent.RecordsPublished;
import io.github.vpsdns.ddns.report.AgentListener;
import io.github.vpsdns.ddns.settings.AddressRule;
import io.github.vpsdns.ddns.settings.AgentSettings;
import io.github.vpsdns.ddns.settings.RecordRule;
import io.github.vpsdns.ddns.source.SourceSpec;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;

/** Keeps the A records of a name equal to an address that changes, for as long as a program runs. */
public final class FollowAddresses {
    private FollowAddresses() {}

    /**
     * Starts an agent in the background, with the defaults: it looks every two seconds, and compares with the API every five minutes.
     *
     * @param client the API; stays the caller's to close, after the agent
     * @param dns finds the name servers that are asked after a change
     * @param memory where the agent keeps what it knows; stays the caller's to close, after the agent
     * @param source where the address is found, such as {@code interface:eth0} or {@code dns:cloudflare}
     * @param name a full name in any zone of the account
     * @param out told of each change
     * @return the agent, running; to be closed
     */
    public static Agent start(
            VpsDnsClient client, AuthoritativeDns dns, MemoryFile memory, String source, String name, PrintStream out) {
        RecordRule rule = new RecordRule(
                DomainName.of(name),
                Map.of(Family.IPV4, AddressRule.of(SourceSpec.of(source))),
                null,
                RecordRule.PREFIX_LENGTH,
                Ttl.of(60));
        AgentListener printer = event -> {
            if (event instanceof RecordsPublished published) {
                out.println(published.name() + ": " + published.before() + " -> " + published.now());
            }
        };
        Agent agent = Agent.builder(
                        AgentSettings.of(List.of(rule)), ApiAccess.of(new RecordEditor(client)), dns, memory)
                .listener(printer)
                .build();
        agent.start();
        return agent;
    }
}
