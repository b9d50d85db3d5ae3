// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.acme;

import io.github.vpsdns.cli.base.FromEnvironment;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How names are proven. What was not given is {@code null}, so that it replaces nothing. */
public final class ChallengeOptions {
    @Option(
            names = "--challenge",
            completionCandidates = Candidates.Challenges.class,
            paramLabel = "TYPE",
            description =
                    "dns-01 (default), dns-account-01, or dns-persist-01, whose record stays so that renewals write"
                            + " nothing. [VPSDNS_ACME_CHALLENGE]")
    @FromEnvironment("VPSDNS_ACME_CHALLENGE")
    @Nullable
    String type;

    @Option(
            names = "--alias",
            paramLabel = "NAME",
            description =
                    "Where the challenge names lead by CNAME, to put all values there. Default: CNAMEs are looked up"
                            + " and followed. [VPSDNS_ACME_ALIAS]")
    @FromEnvironment("VPSDNS_ACME_ALIAS")
    @Nullable
    String alias;

    @Option(
            names = "--propagation-timeout",
            paramLabel = "TIME",
            description = "How long to wait for all name servers to have the values, such as 90s or 10m (default)."
                    + " [VPSDNS_ACME_PROPAGATION_TIMEOUT]")
    @FromEnvironment("VPSDNS_ACME_PROPAGATION_TIMEOUT")
    @Nullable
    Duration propagationTimeout;

    @Option(
            names = "--persist-for",
            paramLabel = "TIME",
            description =
                    "For how long a record of dns-persist-01 shall hold, such as 365d; refreshed when less than a third"
                            + " is left. Default: as long as it stands. [VPSDNS_ACME_PERSIST_FOR]")
    @FromEnvironment("VPSDNS_ACME_PERSIST_FOR")
    @Nullable
    Duration persistFor;

    /** Creates the options as if none was given. */
    public ChallengeOptions() {}
}
