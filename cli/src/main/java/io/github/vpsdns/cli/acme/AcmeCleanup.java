// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.acme;

import io.github.vpsdns.cli.api.ApiOptions;
import io.github.vpsdns.cli.base.Frame;
import io.github.vpsdns.cli.base.FromEnvironment;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "cleanup",
        description = "Remove challenge values that were left behind: first those that the journal here knows, then, at"
                + " _acme-challenge names of the account's zones, whatever looks like one and is old enough,"
                + " whoever wrote it.",
        footer = {
            "",
            "Examples:",
            "  vpsdns acme cleanup --dry-run",
            "  vpsdns acme cleanup --older-than 1d example.com"
        })
final class AcmeCleanup implements Callable<Integer> {
    private final Frame frame;

    @Parameters(arity = "0..*", paramLabel = "ZONE", description = "Zones to look into. Default: all of the account.")
    List<String> zones = new ArrayList<>();

    @Option(
            names = "--older-than",
            paramLabel = "TIME",
            description = "How old a value must be that the journal does not know, such as 30m, 1h (default) or 2d.")
    Duration olderThan = Duration.ofHours(1);

    @Option(names = "--dry-run", description = "Only show what would be removed.")
    boolean dryRun;

    @Option(
            names = "--include-undated",
            description = "Remove values as well whose age the API does not tell; otherwise they are only shown.")
    boolean includeUndated;

    @Option(
            names = "--alias",
            paramLabel = "NAME",
            split = "\\s*,\\s*",
            splitSynopsisLabel = ",",
            description = "A name to which challenges are led by CNAME, to be looked at as well; repeatable."
                    + " [VPSDNS_ACME_ALIAS]")
    @FromEnvironment("VPSDNS_ACME_ALIAS")
    List<String> aliases = new ArrayList<>();

    @Option(
            names = "--follow",
            description = "Look as well at names to which CNAME records at _acme-challenge names of these zones lead"
                    + " within them; otherwise what stands there is only shown.")
    boolean follow;

    @Mixin
    final StateOptions state = new StateOptions();

    @Mixin
    final ApiOptions api = new ApiOptions();

    AcmeCleanup(Frame frame) {
        this.frame = frame;
    }

    @Override
    public Integer call() {
        return Cleanup.run(frame, this);
    }
}
