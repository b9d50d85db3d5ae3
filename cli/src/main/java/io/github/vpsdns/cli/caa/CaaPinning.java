// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.caa;

import io.github.vpsdns.cli.acme.ServerOptions;
import io.github.vpsdns.cli.acme.StateOptions;
import io.github.vpsdns.cli.api.ApiOptions;
import io.github.vpsdns.cli.base.ExitStatus;
import io.github.vpsdns.cli.base.Frame;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "pin",
        description =
                "Print the CAA record that lets this account at this CA issue for a name and all below it, and nobody"
                        + " else; with --apply, put it in place of the records there that say who may issue.",
        footer = {
            "",
            "Examples:",
            "  vpsdns acme caa pin example.com",
            "  vpsdns acme caa pin example.com --challenge dns-01,dns-persist-01 --apply"
        })
final class CaaPinning implements Callable<Integer> {
    private final Frame frame;

    @Parameters(index = "0", paramLabel = "NAME", description = "The full name, such as example.com.")
    private String name = "";

    @Option(
            names = "--challenge",
            completionCandidates = ChallengeMethod.Candidates.class,
            paramLabel = "TYPE",
            split = ",",
            description = "The challenges that may be answered; repeatable. Default: dns-01.")
    private List<String> challenges = new ArrayList<>();

    @Option(
            names = "--issuer",
            paramLabel = "NAME",
            description = "The CA's domain name, where its directory does not tell it or tells several.")
    private @Nullable String issuer;

    @Option(names = "--apply", description = "Write it to the zone.")
    private boolean apply;

    @Mixin
    private final ServerOptions server = new ServerOptions();

    @Mixin
    private final StateOptions state = new StateOptions();

    @Mixin
    private final ApiOptions api = new ApiOptions();

    CaaPinning(Frame frame) {
        this.frame = frame;
    }

    @Override
    public Integer call() {
        PinWork work =
                PinWork.of(frame, name, challenges.isEmpty() ? List.of("dns-01") : challenges, issuer, server, state);
        if (apply) {
            work.apply(api);
        } else {
            work.print();
        }
        return ExitStatus.DONE;
    }
}
