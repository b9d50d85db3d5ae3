// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.ddns;

import io.github.vpsdns.cli.api.ApiOptions;
import io.github.vpsdns.cli.api.DnsOptions;
import io.github.vpsdns.cli.api.NameServers;
import io.github.vpsdns.cli.base.ExitStatus;
import io.github.vpsdns.cli.base.FailedException;
import io.github.vpsdns.cli.base.Failure;
import io.github.vpsdns.cli.base.Frame;
import io.github.vpsdns.cli.base.UsageException;
import io.github.vpsdns.cli.ddns.config.DdnsConfiguration;
import io.github.vpsdns.core.dns.AuthoritativeDns;
import io.github.vpsdns.core.file.Disk;
import io.github.vpsdns.ddns.memory.MemoryFile;
import java.nio.file.Path;
import java.util.function.Predicate;
import picocli.CommandLine.Model.CommandSpec;

/**
 * A configuration in its surroundings: what stands on the line wins over it, and it over the environment.
 *
 * @param configuration what the file says
 * @param api where the API is
 * @param dns which name servers are asked
 * @param frame holds the clock and the environment
 */
record Setting(DdnsConfiguration configuration, ApiOptions api, DnsOptions dns, Frame frame) {
    static Setting read(Frame frame, Path file, CommandSpec line, ApiOptions api, DnsOptions dns) {
        return join(frame, Configurations.read(frame, file), line, api, dns);
    }

    static Setting reread(Frame frame, Path file, CommandSpec line, ApiOptions api, DnsOptions dns) {
        return join(frame, Configurations.reread(file), line, api, dns);
    }

    private static Setting join(
            Frame frame, DdnsConfiguration configuration, CommandSpec line, ApiOptions api, DnsOptions dns) {
        Predicate<String> isOnTheLine =
                option -> line.commandLine().getParseResult().hasMatchedOption(option);
        DdnsConfiguration.ApiPart where = configuration.api();
        return new Setting(
                configuration,
                api.over(where.url(), where.tokenFile(), where.timeout(), isOnTheLine),
                dns.over(configuration.dns().resolver(), configuration.dns().nameServers(), isOnTheLine),
                frame);
    }

    /**
     * Prepares look-ups. A server that is named by its name may have no address yet while the machine starts, which passes.
     *
     * @throws FailedException if a server's name has no address now
     */
    AuthoritativeDns nameServers() {
        try {
            return NameServers.of(frame, dns);
        } catch (UsageException e) {
            int status = dns.isWellFormed() ? ExitStatus.TRY_LATER : ExitStatus.USAGE;
            throw new FailedException(
                    new Failure("name-servers", Failure.sentence(e), status, null, null, null, null), e);
        }
    }

    Path statePath() {
        return StatePlace.of(configuration.state(), frame.host());
    }

    /**
     * Takes what the agent remembers, to be closed.
     *
     * @throws io.github.vpsdns.ddns.memory.MemoryInUseException if another agent uses it
     */
    MemoryFile memory() {
        return MemoryFile.open(statePath(), Disk.local(), frame.host().time());
    }
}
