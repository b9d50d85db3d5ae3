// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.check;

import io.github.vpsdns.cli.acme.Candidates;
import io.github.vpsdns.cli.acme.StateOptions;
import io.github.vpsdns.cli.api.ApiOptions;
import io.github.vpsdns.cli.api.DnsOptions;
import io.github.vpsdns.cli.base.Frame;
import io.github.vpsdns.cli.base.FromEnvironment;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code vpsdns check}. */
@Command(
        name = "check",
        description =
                "Look ahead whether certificates could be had: token, permissions, zones, name servers, where challenges"
                        + " lead, leftovers. For the names given, CAA records are looked at, and a value is written, awaited at"
                        + " all name servers and removed. Nothing is ordered, so none of a CA's quota is spent.",
        exitCodeListHeading = "Exit status:%n",
        exitCodeList = {
            "0:no problems; there may be warnings",
            "1:a problem",
            "2:wrong usage or configuration, nothing was done",
            "75:problems that may pass by themselves, and no others"
        },
        footer = {"", "Examples:", "  vpsdns check", "  vpsdns check www.example.com '*.example.com'"})
public final class CheckCommand implements Callable<Integer> {
    private final Frame frame;

    @Parameters(
            arity = "0..*",
            paramLabel = "NAME",
            description =
                    "Names that certificates are wanted for. Default: all zones are looked at, nothing is written.")
    List<String> names = new ArrayList<>();

    @Option(names = "--no-write", description = "Leave the round trip out: change nothing at the API.")
    boolean noWrite;

    @Option(
            names = "--server",
            completionCandidates = Candidates.Servers.class,
            paramLabel = "CA",
            description = "The CA that CAA records are to let issue: the URL of its ACME directory, or a name such as"
                    + " letsencrypt. Default: those of the certificates and accounts that are kept here."
                    + " [VPSDNS_ACME_SERVER]")
    @FromEnvironment("VPSDNS_ACME_SERVER")
    @Nullable
    String server;

    @Option(
            names = "--server-ca",
            paramLabel = "FILE",
            description =
                    "Certificates (PEM) to trust at the CA's server. Default: what was given with a certificate of"
                            + " this CA. [VPSDNS_ACME_SERVER_CA]")
    @FromEnvironment("VPSDNS_ACME_SERVER_CA")
    @Nullable
    Path serverCa;

    @Option(
            names = "--alias",
            paramLabel = "NAME",
            description =
                    "Where the challenge names lead by CNAME, as for 'acme issue'. Default: CNAMEs are looked up and"
                            + " followed. [VPSDNS_ACME_ALIAS]")
    @FromEnvironment("VPSDNS_ACME_ALIAS")
    @Nullable
    String alias;

    @Option(
            names = "--propagation-timeout",
            paramLabel = "TIME",
            description = "How long to wait for all name servers to show the value, such as 90s or 2m (default)."
                    + " [VPSDNS_ACME_PROPAGATION_TIMEOUT]")
    @FromEnvironment("VPSDNS_ACME_PROPAGATION_TIMEOUT")
    Duration propagationTimeout = Duration.ofMinutes(2);

    @Mixin
    final StateOptions state = new StateOptions();

    @Mixin
    final DnsOptions dns = new DnsOptions();

    @Mixin
    final ApiOptions api = new ApiOptions();

    private CheckCommand(Frame frame) {
        this.frame = frame;
    }

    /**
     * Creates the command.
     *
     * @param frame what it works in
     * @return the command
     */
    public static CommandLine line(Frame frame) {
        return new CommandLine(new CheckCommand(frame));
    }

    @Override
    public Integer call() {
        return Checking.run(frame, this);
    }
}
