// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.caa;

import io.github.vpsdns.cli.acme.ServerOptions;
import io.github.vpsdns.cli.acme.StateOptions;
import io.github.vpsdns.cli.api.DnsOptions;
import io.github.vpsdns.cli.base.ExitStatus;
import io.github.vpsdns.cli.base.Frame;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "show",
        description = "Tell which CAA records decide for a name, and whether they let the CA issue; needs no token.",
        footer = {
            "",
            "Examples:",
            "  vpsdns acme caa show example.com '*.example.com'",
            "  vpsdns acme caa show www.example.com --server letsencrypt --challenge dns-01"
        })
final class CaaShow implements Callable<Integer> {
    private final Frame frame;

    @Parameters(
            paramLabel = "NAME",
            arity = "1..*",
            description = "The names as they stand in certificates, such as example.com or '*.example.com'.")
    private List<String> names = new ArrayList<>();

    @Option(
            names = "--challenge",
            paramLabel = "TYPE",
            completionCandidates = ChallengeMethod.Candidates.class,
            description = "The challenge to be answered. Default: dns-01.")
    private String challenge = "dns-01";

    @Mixin
    private final ServerOptions server = new ServerOptions();

    @Mixin
    private final StateOptions state = new StateOptions();

    @Mixin
    private final DnsOptions dns = new DnsOptions();

    CaaShow(Frame frame) {
        this.frame = frame;
    }

    @Override
    public Integer call() {
        CaaWork.show(frame, names, challenge, server, state, dns);
        return ExitStatus.DONE;
    }
}
