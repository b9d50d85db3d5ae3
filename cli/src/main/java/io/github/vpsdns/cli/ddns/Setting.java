// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.ddns;

import io.github.vpsdns.cli.api.ApiOptions;
import io.github.vpsdns.cli.api.DnsOptions;
import io.github.vpsdns.cli.base.FailedException;
import io.github.vpsdns.cli.base.Frame;
import io.github.vpsdns.cli.config.Configurations;
import io.github.vpsdns.cli.config.Outside;
import io.github.vpsdns.cli.config.StatePlace;
import io.github.vpsdns.cli.ddns.config.DdnsConfiguration;
import io.github.vpsdns.core.dns.AuthoritativeDns;
import io.github.vpsdns.ddns.memory.MemoryFile;
import java.nio.file.Path;
import picocli.CommandLine.Model.CommandSpec;

/**
 * A configuration in its surroundings.
 *
 * @param configuration what the file says
 * @param outside where the API and the name servers are
 * @param frame holds the clock and the environment
 */
record Setting(DdnsConfiguration configuration, Outside outside, Frame frame) {
    static Setting read(Frame frame, Path file, CommandSpec line, ApiOptions api, DnsOptions dns) {
        DdnsConfiguration configuration = Configurations.read(frame, () -> DdnsConfiguration.read(file));
        return join(frame, configuration, line, new Outside(api, dns));
    }

    static Setting reread(Frame frame, Path file, CommandSpec line, ApiOptions api, DnsOptions dns) {
        DdnsConfiguration configuration = Configurations.reread(() -> DdnsConfiguration.read(file));
        return join(frame, configuration, line, new Outside(api, dns));
    }

    private static Setting join(Frame frame, DdnsConfiguration configuration, CommandSpec line, Outside given) {
        return new Setting(configuration, given.over(line, configuration.api(), configuration.dns()), frame);
    }

    ApiOptions api() {
        return outside.api();
    }

    /**
     * Prepares look-ups.
     *
     * @throws FailedException if a server's name has no address now
     */
    AuthoritativeDns nameServers() {
        return outside.nameServers(frame);
    }

    Path statePath() {
        return StatePlace.of(configuration.state(), "ddns.json", frame.host());
    }

    /**
     * Takes what the agent remembers, to be closed.
     *
     * @throws io.github.vpsdns.ddns.memory.MemoryInUseException if another agent uses it
     */
    MemoryFile memory() {
        return MemoryFile.open(statePath(), frame.host().time());
    }
}
