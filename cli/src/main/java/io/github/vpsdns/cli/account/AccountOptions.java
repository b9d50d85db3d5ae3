// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.account;

import io.github.vpsdns.cli.acme.Candidates;
import io.github.vpsdns.cli.acme.StateOptions;
import io.github.vpsdns.cli.base.FromEnvironment;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which account. */
final class AccountOptions {
    @Option(
            names = "--server",
            completionCandidates = Candidates.Servers.class,
            paramLabel = "CA",
            description = "The CA: the URL of its ACME directory, or a name such as letsencrypt. Default: the one CA of"
                    + " which there is an account. [VPSDNS_ACME_SERVER]")
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

    @Mixin
    final StateOptions state = new StateOptions();
}
