// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.renewal;

import io.github.vpsdns.cli.acme.CertificateOptions;
import io.github.vpsdns.cli.acme.ChallengeOptions;
import io.github.vpsdns.cli.acme.GivenSettings;
import io.github.vpsdns.cli.acme.ServerOptions;
import io.github.vpsdns.cli.acme.StateOptions;
import io.github.vpsdns.cli.api.ApiOptions;
import io.github.vpsdns.cli.api.DnsOptions;
import io.github.vpsdns.cli.base.ExitStatus;
import io.github.vpsdns.cli.base.Frame;
import io.github.vpsdns.cli.base.FromEnvironment;
import io.github.vpsdns.cli.notify.NotifyOptions;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "run",
        description = "Keep renewing all certificates that are here, until stopped; as a service. Certificates that are"
                + " issued meanwhile are kept as well. Options that are given replace what was said when a certificate was"
                + " issued.",
        footer = {"", "Examples:", "  vpsdns acme run --listen 127.0.0.1:9245 --notify-command 'mail -s vpsdns root'"})
final class AcmeRun implements Callable<Integer> {
    private final Frame frame;

    @Option(
            names = "--listen",
            paramLabel = "[HOST:]PORT",
            description = "Serve /healthz and /metrics (Prometheus) there; a port alone is this machine's only."
                    + " [VPSDNS_ACME_LISTEN]")
    @FromEnvironment("VPSDNS_ACME_LISTEN")
    private @Nullable String listen;

    @Mixin
    private final CertificateOptions certificate = new CertificateOptions();

    @Mixin
    private final ServerOptions server = new ServerOptions();

    @Mixin
    private final ChallengeOptions challenge = new ChallengeOptions();

    @Mixin
    private final StateOptions state = new StateOptions();

    @Mixin
    private final NotifyOptions notify = new NotifyOptions();

    @Mixin
    private final DnsOptions dns = new DnsOptions();

    @Mixin
    private final ApiOptions api = new ApiOptions();

    AcmeRun(Frame frame) {
        this.frame = frame;
    }

    @Override
    public Integer call() {
        new Service(frame, state.directory(frame.host()), GivenSettings.of(certificate, server, challenge), api, dns)
                .run(listen, notify);
        return ExitStatus.DONE;
    }
}
