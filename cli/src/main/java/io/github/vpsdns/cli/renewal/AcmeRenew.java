// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.renewal;

import io.github.vpsdns.cli.acme.CertificateOptions;
import io.github.vpsdns.cli.acme.ChallengeOptions;
import io.github.vpsdns.cli.acme.GivenSettings;
import io.github.vpsdns.cli.acme.ServerOptions;
import io.github.vpsdns.cli.acme.StateOptions;
import io.github.vpsdns.cli.api.ApiOptions;
import io.github.vpsdns.cli.api.DnsOptions;
import io.github.vpsdns.cli.base.Frame;
import io.github.vpsdns.cli.notify.NotifyOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "renew",
        description =
                "Renew the certificates that are due, or tell when they will be. Options that are given replace what"
                        + " was said when a certificate was issued; an empty value takes one back.",
        footer = {
            "",
            "Examples:",
            "  vpsdns acme renew                     # what a timer runs, twice a day",
            "  vpsdns acme renew --dry-run           # what would happen, and when",
            "  vpsdns acme renew example.com --force --key-type p384"
        })
final class AcmeRenew implements Callable<Integer> {
    private final Frame frame;

    @Parameters(paramLabel = "LINEAGE", arity = "0..*", description = "Which certificates. Default: all that are here.")
    private List<String> lineages = new ArrayList<>();

    @Option(names = "--force", description = "Renew now, due or not.")
    private boolean force;

    @Option(
            names = "--dry-run",
            description =
                    "Only tell what would happen and when; asks the CA for its suggestion, orders and writes nothing.")
    private boolean dryRun;

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

    AcmeRenew(Frame frame) {
        this.frame = frame;
    }

    @Override
    public Integer call() {
        Renewals renewals = new Renewals(
                frame, state.directory(frame.host()), GivenSettings.of(certificate, server, challenge), api, dns);
        return dryRun ? renewals.tell(lineages, force) : renewals.renew(lineages, force, notify);
    }
}
