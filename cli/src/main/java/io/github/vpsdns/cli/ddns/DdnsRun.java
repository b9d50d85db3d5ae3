// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.ddns;

import io.github.vpsdns.cli.api.ApiOptions;
import io.github.vpsdns.cli.api.DnsOptions;
import io.github.vpsdns.cli.base.ExitStatus;
import io.github.vpsdns.cli.base.Frame;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "run",
        description =
                "Keep the records equal to the addresses until stopped; as a service. SIGHUP reads the configuration"
                        + " anew, SIGUSR1 looks at everything now.",
        footer = {"", "Examples:", "  vpsdns ddns run --config /etc/vpsdns/ddns.yaml"})
final class DdnsRun implements Callable<Integer> {
    private final Frame frame;

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Mixin
    final ConfigOptions config = new ConfigOptions();

    @Option(names = "--dry-run", description = "Read everything, change nothing, and tell what would be done.")
    boolean dryRun;

    @Mixin
    final DnsOptions dns = new DnsOptions();

    @Mixin
    final ApiOptions api = new ApiOptions();

    DdnsRun(Frame frame) {
        this.frame = frame;
    }

    @Override
    public Integer call() {
        new RunWork(frame, this).run();
        return ExitStatus.DONE;
    }
}
