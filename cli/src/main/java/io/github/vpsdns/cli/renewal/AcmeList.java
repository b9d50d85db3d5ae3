// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.renewal;

import io.github.vpsdns.cli.acme.StateOptions;
import io.github.vpsdns.cli.base.Frame;
import io.github.vpsdns.cli.base.FromEnvironment;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "list",
        description =
                "List the certificates that are kept here: until when they are valid, when they will be renewed, and"
                        + " what went wrong. Fails if one needs a person. Needs no token and asks nobody.",
        footer = {"", "Examples:", "  vpsdns acme list", "  vpsdns acme list --fail-within 10d   # for monitoring"})
final class AcmeList implements Callable<Integer> {
    private final Frame frame;

    @Option(
            names = "--fail-within",
            paramLabel = "TIME",
            description = "Fail as well if a certificate expires within this time, such as 10d."
                    + " [VPSDNS_ACME_FAIL_WITHIN]")
    @FromEnvironment("VPSDNS_ACME_FAIL_WITHIN")
    private @Nullable Duration failWithin;

    @Mixin
    private final StateOptions state = new StateOptions();

    AcmeList(Frame frame) {
        this.frame = frame;
    }

    @Override
    public Integer call() {
        return new Listing(frame, state.directory(frame.host())).print(failWithin);
    }
}
