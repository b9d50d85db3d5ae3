// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.acme;

import io.github.vpsdns.cli.api.ApiOptions;
import io.github.vpsdns.cli.api.DnsOptions;
import io.github.vpsdns.cli.base.ExitStatus;
import io.github.vpsdns.cli.base.Frame;
import io.github.vpsdns.cli.base.FromEnvironment;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "issue",
        description =
                "Get a certificate now: write the challenge values, wait for all name servers, have the CA check, put"
                        + " the files in place, and remove the values whatever happens.",
        footer = {
            "",
            "Examples:",
            "  vpsdns acme issue -d example.com -d '*.example.com' --agree-tos",
            "  vpsdns acme issue -d www.example.com --server letsencrypt-staging"
        })
final class AcmeIssue implements Callable<Integer> {
    private final Frame frame;

    @Option(
            names = "--name",
            paramLabel = "LINEAGE",
            description =
                    "What the certificate and its successors are called here. Default: the first name, without '*.'."
                            + " [VPSDNS_ACME_NAME]")
    @FromEnvironment("VPSDNS_ACME_NAME")
    private @Nullable String lineage;

    @Mixin
    private final CertificateOptions certificate = new CertificateOptions();

    @Mixin
    private final ServerOptions server = new ServerOptions();

    @Mixin
    private final ChallengeOptions challenge = new ChallengeOptions();

    @Mixin
    private final StateOptions state = new StateOptions();

    @Mixin
    private final DnsOptions dns = new DnsOptions();

    @Mixin
    private final ApiOptions api = new ApiOptions();

    AcmeIssue(Frame frame) {
        this.frame = frame;
    }

    @Override
    public Integer call() {
        Issuance.run(
                frame,
                IssueRequest.of(lineage, GivenSettings.of(certificate, server, challenge)),
                state.directory(frame.host()),
                api,
                dns);
        return ExitStatus.DONE;
    }
}
