// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.webhook;

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
                "Take updates and challenges until stopped; as a service. SIGHUP reads the configuration anew, all of it but"
                        + " where the server listens and where its certificate and its database are.",
        footer = {"", "Examples:", "  vpsdns webhook run --config /etc/vpsdns/webhook.yaml"})
final class WebhookRun implements Callable<Integer> {
    private final Frame frame;

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Mixin
    final ConfigOptions config = new ConfigOptions();

    @Option(
            names = "--dry-run",
            description = "Verify and answer updates as ever, but write nothing to the API. Challenges are refused.")
    boolean dryRun;

    @Mixin
    final DnsOptions dns = new DnsOptions();

    @Mixin
    final ApiOptions api = new ApiOptions();

    WebhookRun(Frame frame) {
        this.frame = frame;
    }

    @Override
    public Integer call() {
        new RunWork(frame, this).run();
        return ExitStatus.DONE;
    }
}
