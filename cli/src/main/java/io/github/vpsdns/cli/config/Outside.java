// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.config;

import io.github.vpsdns.cli.api.ApiOptions;
import io.github.vpsdns.cli.api.DnsOptions;
import io.github.vpsdns.cli.api.NameServers;
import io.github.vpsdns.cli.base.ExitStatus;
import io.github.vpsdns.cli.base.FailedException;
import io.github.vpsdns.cli.base.Failure;
import io.github.vpsdns.cli.base.Frame;
import io.github.vpsdns.cli.base.UsageException;
import io.github.vpsdns.core.dns.AuthoritativeDns;
import java.util.function.Predicate;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Where the API and the name servers are: what stands on the line wins over the configuration, and it over the environment.
 *
 * @param api where the API is
 * @param dns which name servers are asked
 */
public record Outside(ApiOptions api, DnsOptions dns) {
    /**
     * Joins the line and the configuration.
     *
     * @param line the command as it was given
     * @param api where the API is, by the file
     * @param dns which name servers are asked, by the file
     * @return what results
     */
    public Outside over(CommandSpec line, ApiPart api, DnsPart dns) {
        Predicate<String> isOnTheLine =
                option -> line.commandLine().getParseResult().hasMatchedOption(option);
        return new Outside(
                this.api.over(api.url(), api.tokenFile(), api.timeout(), isOnTheLine),
                this.dns.over(dns.resolver(), dns.nameServers(), isOnTheLine));
    }

    /**
     * Prepares look-ups. A server that is named by its name may have no address yet while the machine starts, which passes.
     *
     * @param frame holds the clock
     * @return look-ups at authoritative servers
     * @throws FailedException if a server's name has no address now
     */
    public AuthoritativeDns nameServers(Frame frame) {
        try {
            return NameServers.of(frame, dns);
        } catch (UsageException e) {
            int status = dns.isWellFormed() ? ExitStatus.TRY_LATER : ExitStatus.USAGE;
            throw new FailedException(
                    new Failure("name-servers", Failure.sentence(e), status, null, null, null, null), e);
        }
    }
}
