// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.hook;

import io.github.vpsdns.cli.base.FromEnvironment;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where values go, and how long they are waited for. */
final class HookOptions {
    @Option(
            names = "--alias",
            paramLabel = "NAME",
            description =
                    "Where the challenge names lead by CNAME, to put the values there. Default: CNAMEs are looked up"
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
    Duration propagationTimeout = Duration.ofMinutes(10);
}
