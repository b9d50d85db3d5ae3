// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.persist;

import io.github.vpsdns.cli.base.ExitStatus;
import io.github.vpsdns.cli.base.Frame;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "set",
        description = "Make the records stand, and wait for all name servers; what stands already is left as it is.",
        footer = {
            "",
            "Examples:",
            "  vpsdns acme persist set example.com '*.example.com' --agree-tos --server letsencrypt-staging",
            "  vpsdns acme persist set www.example.com --for 365d --dry-run"
        })
final class PersistSet implements Callable<Integer> {
    private final Frame frame;

    @Mixin
    private final ProofOptions options = new ProofOptions();

    @Option(
            names = "--for",
            paramLabel = "TIME",
            description =
                    "For how long the records shall hold, such as 365d; what ends before a third of that is refreshed."
                            + " Default: as long as they stand.")
    private @Nullable Duration validFor;

    @Option(
            names = "--propagation-timeout",
            paramLabel = "TIME",
            description = "How long to wait for all name servers, such as 90s or 10m (default).")
    private Duration propagationTimeout = Duration.ofMinutes(10);

    @Option(names = "--dry-run", description = "Tell what would be written, and write nothing.")
    private boolean dryRun;

    PersistSet(Frame frame) {
        this.frame = frame;
    }

    @Override
    public Integer call() {
        ProofWork work = new ProofWork(frame, options);
        if (dryRun) {
            work.plan(validFor);
        } else {
            work.set(validFor, propagationTimeout);
        }
        return ExitStatus.DONE;
    }
}
