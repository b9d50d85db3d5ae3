// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.ddns;

import io.github.vpsdns.cli.api.ApiOptions;
import io.github.vpsdns.cli.api.DnsOptions;
import io.github.vpsdns.cli.base.Frame;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "once",
        description =
                "Look at the addresses once, make the records equal to them, and tell what was done; for timers and"
                        + " hooks. Nothing is called where nothing changed since the last comparison, if that is not older than the"
                        + " interval of the configuration.",
        exitCodeListHeading = "Exit status:%n",
        exitCodeList = {
            "0:all records are as they should be",
            "1:a failure that stays, or somebody else changed a record and on-drift is report",
            "2:wrong usage or configuration, nothing was done",
            "75:an address is not known or the API not to be had for now; the rest was done"
        },
        footer = {
            "",
            "Examples:",
            "  vpsdns ddns once --config ddns.yaml --dry-run",
            "  vpsdns ddns once --withdraw             # when this host leaves for good"
        })
final class DdnsOnce implements Callable<Integer> {
    private final Frame frame;

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Mixin
    final ConfigOptions config = new ConfigOptions();

    @Option(names = "--dry-run", description = "Read everything, change nothing, and tell what would be done.")
    boolean dryRun;

    @Option(names = "--force", description = "Compare with the API even if the last comparison is recent.")
    boolean force;

    @Option(
            names = "--withdraw",
            description = "Remove the addresses that were published or would be now; others at the names stay.")
    boolean withdraw;

    @Mixin
    final DnsOptions dns = new DnsOptions();

    @Mixin
    final ApiOptions api = new ApiOptions();

    DdnsOnce(Frame frame) {
        this.frame = frame;
    }

    @Override
    public Integer call() {
        return new OnceWork(frame, this).run();
    }
}
